"""Amounts for each of many, and what they make together."""
