"""Ages, lengths of time, anniversaries and the days of events."""
