"""First names and whether men or women bear them: the evidence that a run of words is a person."""

from collections.abc import Mapping
from functools import lru_cache

from factcheck.reference.names import fold
from factcheck.reference.tables import Tables

# How a name is written where the keyboard has no umlaut: "Juergen" is "Jürgen", too.
SPELT_OUT = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"))


@lru_cache(maxsize=16)
def load_first_names(tables: Tables) -> Mapping[str, str]:
    """Name in lower case, with and without accents -> "m", "f", or "" for either; made once."""
    found = tables.first_names.items()
    return {form: gender for name, gender in found for form in _spellings(name.lower())}


def _spellings(name: str) -> set[str]:
    forms = {name, *fold(name)}
    for plain, umlaut in SPELT_OUT:
        forms |= {form.replace(plain, umlaut) for form in forms if plain in form}
    return forms
