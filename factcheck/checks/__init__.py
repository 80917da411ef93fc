"""One file a check: `CODE`, `NAME`, `PRECISION` and `check(article)`."""
