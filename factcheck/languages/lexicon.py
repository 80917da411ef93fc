"""Read a language's TOML file once and prepare the look-ups that the rules use."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from importlib import resources

from factcheck.errors import FactcheckError
from factcheck.languages.glossary import Glossary
from factcheck.languages.phrases import PhraseTable, table_of
from factcheck.languages.time_words import TimeWords
from factcheck.languages.word_lists import WordLists


@dataclass(frozen=True, slots=True)
class UnitName:
    """What a word beside a figure says: `factor` is 0.01 for cents, 0.25 for "Viertelstunde"."""

    kind: str
    unit: str
    factor: Decimal = Decimal(1)


HUNDREDTH = Decimal("0.01")
NO_CURRENCY = "XXX"  # ISO 4217; a name that the context decides
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
PERCENT_UNITS = {"percentage": "percent", "percentage_point": "percentage point"}


class Lexicon(WordLists):
    """The word lists of one language; the properties are tables made from them."""

    @cached_property
    def rates(self) -> PhraseTable[str]:
        """Phrases of a rate with the unit of time that they name: "a day", "per year"."""
        return table_of(self.data["per_unit"]["times"])

    @cached_property
    def named_shares(self) -> Mapping[str, PhraseTable[str]]:
        """For share, part and whole the words of shares that have a name: "turnout"."""
        found = self.data["named_shares"]
        return {role: table_of(found[role]) for role in ("share", "part", "whole")}

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Function words, by which the language is recognised and nouns are delimited."""
        return frozenset(self.data["stop_words"].split())

    @cached_property
    def sentence_starters(self) -> frozenset[str]:
        """Words that begin a sentence even after a figure with a full stop."""
        return frozenset(self.data["sentence_starters"].split())

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Lower-case words that a full stop may follow without ending the sentence."""
        forms = self.data["abbreviations"].lower().split()
        return frozenset(part for form in forms for part in form.split(".") if part)

    @cached_property
    def number_abbreviations(self) -> frozenset[str]:
        """Abbreviations only where a figure follows: "Nr. 5", "No. 10"."""
        return frozenset(self.data["number_abbreviations"].split())

    @cached_property
    def glossary(self) -> Glossary:
        """Words -> what they are about, in any language."""
        return Glossary(self.data["glossary"])

    @cached_property
    def hedges(self) -> PhraseTable[str]:
        """Phrases before a figure -> hedge."""
        return table_of(self.data["hedges"])

    @cached_property
    def scales(self) -> PhraseTable[Decimal]:
        """Scale words and abbreviations -> factor."""
        numbers = self.data["numbers"]
        powers = [(word, Decimal(1).scaleb(power)) for word, power in numbers["scales"].items()]
        return PhraseTable([*powers, *((w, Decimal(n)) for w, n in numbers["dozens"].items())])

    @cached_property
    def vague(self) -> PhraseTable[tuple[int, int]]:
        """Multitudes without a number -> their bounds, 0 for none above."""
        return PhraseTable((word, (low, high)) for word, (low, high) in self.data["vague"].items())

    @cached_property
    def number_anchors(self) -> frozenset[str]:
        """The words with which a number in words may begin."""
        numbers, fractions = self.data["numbers"], self.data["fractions"]
        words = {*numbers["digits"], *numbers["tens"], *numbers["halves"], *fractions["parts"]}
        words.update(numbers["articles"]["words"], fractions["halves"], "½¼¾")
        return frozenset(words) | self.vague.first_words

    @cached_property
    def article_followers(self) -> frozenset[str]:
        """The words behind which an article may be a number: "eine Million", "a quarter of"."""
        numbers, fractions, ranges = (
            self.data["numbers"],
            self.data["fractions"],
            self.data["ranges"],
        )
        words = {"-", numbers["hundred"], numbers["thousand"], *numbers["articles"]["units"]}
        words.update(self.article_hedges)
        words.update(fractions["parts"], fractions["halves"], ranges["to"], ranges["and"])
        words.update(word for phrase in self.data["vague"] for word in phrase.split())
        words.update(self.phrases("labels", "clock").first_words)
        words.update(self.phrases("ratios", "out_of").first_words)
        return frozenset(words) | self.scales.first_words | self.units.first_words

    @cached_property
    def number_starts(self) -> frozenset[str]:
        """The first two letters of numbers closed up in one word; none where they are spaced."""
        numbers = self.data["numbers"]
        if not numbers["units_before_tens"]:
            return frozenset()
        words = [*numbers["digits"], *numbers["tens"], *numbers["halves"]]
        words += [numbers["hundred"], numbers["thousand"]]
        return frozenset(word[:2] for word in words)

    @cached_property
    def units(self) -> PhraseTable[UnitName]:
        """Names of units, currencies, their hundredths, and percent signs."""
        return PhraseTable(list(self._unit_entries()))

    @cached_property
    def currencies(self) -> PhraseTable[UnitName]:
        """Names and signs of currencies only, which may stand before a figure."""
        return PhraseTable(
            (phrase, name) for phrase, name in self._unit_entries() if name.kind == "money"
        )

    @cached_property
    def currency_letters(self) -> dict[str, str]:
        """Capitals glued to a large amount -> currency: "R150m"."""
        return _by_letter(self.data["currency_letters"], str.upper)

    @cached_property
    def currency_part_letters(self) -> dict[str, str]:
        """Small letters glued to a figure -> currency of which they are hundredths: "95c"."""
        return _by_letter(self.data["currency_part_letters"], str.lower)

    @cached_property
    def fraction_tails(self) -> PhraseTable[Decimal | Fraction]:
        """What may be added behind a whole number: "and a half"."""
        found = self.data["fractions"]["tails"].items()
        return PhraseTable(
            (phrase, Fraction(part) if "/" in part else Decimal(part)) for phrase, part in found
        )

    @cached_property
    def article_hedges(self) -> dict[str, str]:
        """Adjectives that hedge behind an article: "ein gutes Drittel", "eine knappe Stunde"."""
        articles = self.data["numbers"]["articles"]
        over = dict.fromkeys(articles["just_over"], "just over")
        return over | dict.fromkeys(articles["just_under"], "just under")

    @cached_property
    def each_words(self) -> frozenset[str]:
        """As in "jeder", "every": an ordinal behind them makes a share."""
        return frozenset(self.data["ratios"]["each"])

    @cached_property
    def multiples(self) -> dict[str, Fraction]:
        """As in "verdoppelt", "tripled" -> how many times."""
        found = self.data["ratios"]["multiples"].items()
        return {word: Fraction(str(value)) for word, value in found}

    @cached_property
    def multiple_endings(self) -> tuple[str, ...]:
        """Endings that make a multiple of a number in words: "dreimal", "threefold"."""
        return tuple(self.data["ratios"]["multiple_endings"])

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Ordinals that are words of their own, inflected -> rank: "dritter", "third"."""
        found = self.data["ordinals"]
        return {
            word + ending: int(rank)
            for word, rank in found["words"].items()
            for ending in found["inflections"]
        }

    @cached_property
    def ordinal_endings(self) -> tuple[str, ...]:
        """Endings that make an ordinal of a number in words: "zwanzigster", "twentieth"."""
        found = self.data["ordinals"]
        return tuple(
            suffix + ending for ending in found["inflections"] for suffix in found["suffixes"]
        )

    @cached_property
    def ordinal_marks(self) -> frozenset[str]:
        """What makes an ordinal of a figure it is glued to: the full stop, "th", "ste"."""
        marks = str(self.data["dates"]["ordinal_mark"]).split("|")
        return frozenset([*marks, *self.data["ordinals"]["glued"]])

    @cached_property
    def superlatives(self) -> tuple[str, ...]:
        """Second halves of "drittgrößte"."""
        return tuple(self.data["ordinals"]["superlatives"])

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """Months and weekdays, which no figure counts."""
        return self.months.first_words | self.weekdays.first_words

    @cached_property
    def compounds(self) -> dict[str, str]:
        """Second halves of compounds -> unit: "tägiges" is day."""
        found = self.data["compounds"].items()
        return {form: unit for unit, endings in found for form in self.expanded(endings)}

    @cached_property
    def months(self) -> PhraseTable[int]:
        """Names of months -> 1 to 12."""
        return _numbered(self.data["dates"]["months"], 1)

    @cached_property
    def weekdays(self) -> PhraseTable[int]:
        """Names of weekdays, closed up with a part of the day too -> 0 (Monday) to 6."""
        parts = ["", *self.data["times"]["closed_parts"]]
        days = [
            [name + part for name in names for part in parts if not part or name[-1] != "."]
            for names in self.data["dates"]["weekdays"]
        ]
        return _numbered(days, 0)

    @cached_property
    def times(self) -> TimeWords:
        """The words of time expressions."""
        return TimeWords(self)

    def _unit_entries(self) -> Iterable[tuple[str, UnitName]]:
        for kind, unit in PERCENT_UNITS.items():
            for phrase in self.data["percent"][kind]:
                yield phrase, UnitName(kind, unit)
        yield from self._parts_of_points()
        for code, phrases in self.data["currencies"].items():
            for phrase in self.expanded(phrases):
                yield phrase, UnitName("money", code)
        for code, phrases in self.data["currency_parts"].items():
            for phrase in phrases:
                yield phrase, UnitName("money", code, HUNDREDTH)
        for unit, parts in self.data["unit_parts"].items():
            for phrase, factor in parts.items():
                yield phrase, UnitName("duration", unit, Decimal(factor))
        for unit, phrases in self.data["units"].items():
            for phrase in phrases:
                yield phrase, UnitName("duration" if unit in TIMES else "measure", unit)

    def _parts_of_points(self) -> Iterable[tuple[str, UnitName]]:
        hundredths = dict.fromkeys(self.data["percent"]["basis_point"], HUNDREDTH)
        for phrase, part in {**hundredths, **self.data["percent"]["parts"]}.items():
            yield phrase, UnitName("percentage_point", "percentage point", Decimal(part))


def _by_letter(codes: Mapping[str, list[str]], case: Callable[[str], str]) -> dict[str, str]:
    return {case(letter): code for code, letters in codes.items() for letter in letters}


def known_languages() -> list[str]:
    """The codes of the languages that have a lexicon."""
    folder = resources.files("factcheck.languages")
    return sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language; FactcheckError if there is none."""
    known = known_languages()
    if code not in known:
        raise FactcheckError(f'language "{code}" is not known; choose one of {", ".join(known)}')
    return Lexicon(tomllib.loads(_file(code)))


@cache
def load_stop_words(code: str) -> frozenset[str]:
    """The function words of a known language, for which the rest of its lexicon is not parsed."""
    head = _file(code).partition("\n[")[0]  # tables come last in TOML
    return frozenset(tomllib.loads(head)["stop_words"].split())


def _file(code: str) -> str:
    return resources.files("factcheck.languages").joinpath(f"{code}.toml").read_text("utf-8")


def _numbered(names: list[list[str]], first: int) -> PhraseTable[int]:
    return PhraseTable(
        (name, number) for number, forms in enumerate(names, first) for name in forms
    )
