"""Which currency a bare "Dollar" or "Kronen" means: by what the rest of the document names."""

from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import UnitName

MILLION = 10**6


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


def weight(passage: Passage, index: int) -> tuple[str, str] | None:
    """The unit of mass that a currency's name is beside words of weight: "weighs 150 pounds".

    Millions of pounds are money: "ein 4,5 Milliarden Pfund schweres Paket".
    """
    mass = passage.lexicon.data["bare_masses"].get(passage.tokens.lowers[index])
    scale = passage.lexicon.scales.before(passage.tokens, index)
    if mass is None or (scale is not None and scale[1] >= MILLION):
        return None
    text = passage.block.span.text.lower()
    found = [stem for stem in mass["near"] if stem in text]
    return (str(mass["unit"]), found[0]) if found and "£" not in text else None
