"""Which currency a bare "Dollar" or "Kronen" means: by what the rest of the document names."""

from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import UnitName

UNKNOWN = "XXX"  # ISO 4217: no currency


def resolved(passage: Passage, name: UnitName, surface: str) -> tuple[UnitName, str | None]:
    """The currency of a bare name and the words that decided it.

    `surface` is the name as printed, in lower case. Each bare name of the lexicon lists the stems
    that decide for a currency; the paragraph is asked first, then the whole document. More than
    one decides nothing, and the usual meaning of the word is kept.
    """
    rivals: dict[str, list[str]] | None = passage.lexicon.data["bare_currencies"].get(surface)
    if rivals is None:
        return name, None
    for text in (passage.block.span.text.lower(), passage.document.opening):
        found = {code: stem for code, stems in rivals.items() for stem in stems if stem in text}
        if len(found) == 1:
            code, stem = next(iter(found.items()))
            return UnitName("money", code, name.factor), stem
        if found:
            break
    return name, None


def weight(passage: Passage, surface: str) -> tuple[str, str] | None:
    """The unit of mass that a currency's name is beside words of weight: "weighs 150 pounds"."""
    mass = passage.lexicon.data["bare_masses"].get(surface)
    if mass is None:
        return None
    text = passage.block.span.text.lower()
    found = [stem for stem in mass["near"] if stem in text]
    return (str(mass["unit"]), found[0]) if found and "£" not in text else None
