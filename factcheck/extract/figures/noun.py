"""What a figure counts: the noun as printed."""

from factcheck.record import record


@record
class Noun:
    """A noun as printed and its last token."""

    last: int
    text: str
