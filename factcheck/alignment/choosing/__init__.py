"""Which figure or date of a source is meant: all candidates, what speaks for each, the best."""
