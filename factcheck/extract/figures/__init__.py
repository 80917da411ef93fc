"""Figures: every number of a passage with its unit, hedge and noun."""
