"""Times: every date and time expression of a passage with its days."""
