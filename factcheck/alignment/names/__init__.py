"""Persons, their offices, places and bodies of the article beside those of the source."""
