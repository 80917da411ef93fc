"""Reported speech: the words that show it, clauses, sources, contents."""
