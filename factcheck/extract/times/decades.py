"""Decades: "Anfang der neunziger Jahre", "1990er Jahre", "70er-Jahre", "the early 1980s"."""

from factcheck.extract.figures.bound_ages import is_bound_age
from factcheck.extract.times.calendar_days import edge_of, years_from
from factcheck.extract.times.reading import Lead, Reading, Time
from factcheck.languages.time_words import Head

ERA = 1900
LENGTH = 10


def decade(reading: Reading, at: int, last: int, head: Head) -> Time | None:
    """As in "Anfang der neunziger Jahre", "the seventies"."""
    lead = reading.lead(at)
    if reading.within(last + 1, "decade_words"):
        last += 1
    elif not (_held_decade(reading, at) or _names_years(reading, at)):
        return None
    return _of_years(lead, last, ERA + head.value)


def _held_decade(reading: Reading, at: int) -> bool:
    """As in "Mitte der Neunziger", "the nineties"."""
    capital = reading.passage.lexicon.data["grammar"]["capitalised_nouns"]
    named = reading.tokens.words[at][0].isupper() or not capital
    return named and reading.within(at - 1, "decade_before")


def _names_years(reading: Reading, at: int) -> bool:
    """As in "Siebzigerjahre", in one word."""
    return reading.lower(at).endswith(tuple(reading.words.sets["whole_decades"]))


def decade_in_figures(reading: Reading, index: int) -> Time | None:
    """As in "1990er Jahre", "Anfang der 90er-Jahre", "early 1990s"."""
    tokens, labels = reading.tokens, reading.passage.lexicon.data["labels"]
    word, last = tokens.words[index], index + 1
    last += reading.lower(last) == "-"
    if len(word) not in {2, 4} or not word.endswith("0") or not word.isdecimal():
        return None
    if last >= len(tokens) or not tokens.glued(last) or is_bound_age(reading.passage, index):
        return None
    if tokens.lowers[last] not in labels["decade_ends"]:
        return None
    at = last + 2 if reading.lower(last + 1) == "-" else last + 1
    named = reading.lower(at) in reading.words.sets["decade_words"]
    if named:
        last = at
    elif len(word) == 2 and not (
        reading.within(index - 1, "decade_before") or reading.within(last, "whole_decades")
    ):
        return None
    year = int(word) + (ERA if len(word) == 2 else 0)
    lead = reading.lead(index)
    return _of_years(lead if lead.ordinal is None else Lead(index), last, year)


def _of_years(lead: Lead, last: int, year: int) -> Time:
    days = years_from(year, LENGTH)
    if lead.edge is not None:
        days = edge_of(days, "decade", lead.edge)
    return Time(lead.first, last, "date", days, "decade")
