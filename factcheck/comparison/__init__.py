"""Comparison: intervals in, verdict, severity and the slip that explains it out."""
