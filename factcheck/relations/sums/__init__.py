"""Lists and totals: what is announced, listed, added up or averaged."""
