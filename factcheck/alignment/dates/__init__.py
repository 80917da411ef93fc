"""Dates, weekdays and clock times of the article beside those of the source."""
