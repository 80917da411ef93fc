"""Matching: from a claim to the rows of the tables that may judge it."""
