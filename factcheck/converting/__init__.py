"""Conversions: which rates may have been used, and how the sum is shown."""
