"""Statements about the rows of one table: which rows, which column, which operation, what of it."""
