"""Find figures, dates and people in a document."""
