"""The one exception that a user of factcheck can cause and is meant to read."""


class FactcheckError(Exception):
    """A sentence that says what is wrong and what to do; the command line prints it and exits 2."""
