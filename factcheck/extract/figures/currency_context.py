"""Which currency a bare "Dollar" or "Kronen" means: by what the rest of the document names."""

import re
from functools import lru_cache

from factcheck.document import OPENING
from factcheck.extract.passages import Passage
from factcheck.languages.lexicon import Lexicon, UnitName

MILLION = 10**6
WORD = re.compile("[A-Z][A-Za-z]+")
STUFF_REACH = 3


def resolved(
    passage: Passage, name: UnitName, first: int, last: int
) -> tuple[UnitName, str | None]:
    """The currency of a bare name or sign and the words that decided it.

    The figure has the tokens `first` to `last`; the end of a longer name, as in "U.S. cents", is
    not bare. Each bare name of the lexicon lists the stems that decide for a currency; the
    paragraph is asked first, then the whole document. More than one decides nothing, and the usual
    meaning is kept, unless the places that the document names decide.
    """
    tokens, lexicon = passage.tokens, passage.lexicon
    bare: dict[str, dict[str, list[str]]] = lexicon.data["bare_currencies"]
    signed = tokens.lower(first + 1)[:1].isdecimal() or tokens.words[first + 1 : first + 2] == ["."]
    if signed and tokens.words[first] in bare:
        return _by_places(passage, name) or (name, None)  # "$1.9bn"
    rivals = bare.get(tokens.lowers[first if signed else last])
    if rivals is None:
        return name, None
    whole = lexicon.units.before(tokens, last + 1)
    if whole is not None and whole[0] > 1:
        return name, None
    for text in (passage.block.span.text.lower(), passage.document.opening):
        found = {code: stem for code, stems in rivals.items() for stem in stems if stem in text}
        if len(found) == 1:
            code, stem = next(iter(found.items()))
            return _by_places(passage, name) or (UnitName("money", code, name.factor), stem)
        if found:
            break
    return _by_places(passage, name) or (name, None)


def _by_places(passage: Passage, name: UnitName) -> tuple[UnitName, str] | None:
    """As in "TORONTO - The city is $1.9bn short": places of one dollar's country alone.

    The whole document is asked, so that all its amounts are in one currency.
    """
    if name.unit not in passage.lexicon.data["currency_places"]:
        return None
    found = _places(passage.document.text[:OPENING], passage.lexicon)
    code, place = next(iter(found.items()), (name.unit, ""))
    return (UnitName("money", code, name.factor), place) if len(found) == 1 else None


@lru_cache(maxsize=8)
def _places(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Code of a currency -> the first place named of a country that has it."""
    words, found = set(WORD.findall(text)), {}
    for code, names in lexicon.data["currency_places"].items():
        named = (name for name in names if (name in words if name.isalpha() else name in text))
        place = next(named, None)
        if place is not None:
            found[code] = place
    return found


def weight(passage: Passage, index: int) -> tuple[str, str] | None:
    """The unit of mass that a currency's name is beside words of weight: "weighs 150 pounds".

    Millions of pounds are money: "ein 4,5 Milliarden Pfund schweres Paket"; but not if they are
    pounds of something that is weighed.
    """
    tokens = passage.tokens
    mass = passage.lexicon.data["bare_masses"].get(tokens.lowers[index])
    text = passage.block.span.text.lower() if mass is not None else "£"
    if mass is None or "£" in text:
        return None
    scale = passage.lexicon.scales.before(tokens, index)
    found = _stuff(passage, index, mass["stuff"])
    if not found:  # "57 pounds of beef. In 1976 it was 94 pounds"
        before = (at for at in range(index) if tokens.lowers[at] == tokens.lowers[index])
        found = [word for at in before for word in _stuff(passage, at, mass["stuff"])]
    if not found and (scale is None or scale[1] < MILLION):
        found = [stem for stem in mass["near"] if stem in text]
        if not found and _weighs(passage, index, mass["prices"]):
            found = [tokens.lower(index + 1)]
    return (str(mass["unit"]), found[0]) if found else None


def _stuff(passage: Passage, index: int, known: list[str]) -> list[str]:
    """What the pounds are of, where that is weighed: "57 pounds of beef"."""
    tokens = passage.tokens
    if tokens.lower(index + 1) not in passage.lexicon.data["grammar"]["part_words"]:
        return []
    return [word for word in tokens.lowers[index + 2 : index + 2 + STUFF_REACH] if word in known]


def _weighs(passage: Passage, index: int, prices: list[str]) -> bool:
    """As in "a 250-pound man", "40-pound bags": what the hyphened unit describes is no price."""
    tokens = passage.tokens
    after = tokens.words[index + 1 : index + 2]
    hyphened = tokens.words[index - 1] == "-" and tokens.words[index - 2][0].isdecimal()
    described = bool(after) and after[0].islower() and after[0] not in passage.lexicon.stop_words
    return (
        bool(prices)
        and hyphened
        and described
        and not set(tokens.lowers[index + 1 : index + 3]) & set(prices)
    )
