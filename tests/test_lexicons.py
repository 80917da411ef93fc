"""The lexicons: one shape in every language, every id known, every phrase matched as written."""

import csv
import string
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.languages.detect import detect_language
from factcheck.languages.lexicon import Lexicon, known_languages, load_lexicon
from factcheck.languages.tokens import phrase_key, tokenise
from factcheck.reference.tables import load_tables

LANGUAGES = known_languages()
# Sections whose keys are words of the language itself.
OWN_KEYS = {
    "numbers.digits", "numbers.tens", "numbers.dozens", "numbers.scales", "numbers.halves", "vague",
    "bare_currencies", "ratios.multiples", "fractions.parts",
    "ordinals.words", "bare_masses", "numbers.part_endings", "glossary.nicknames",
    "fractions.tails", "unit_parts", "percent.parts", "numbers.foreign_scales",
    "times.days", "times.fixed", "times.holidays", "times.decades",
    "inflection.umlauts",
    "ranks.places",
    "ranks.prefixes",
}  # fmt: skip
# What is printed, and so may begin with a capital.
PRINTED = (
    "name", "numbers.scale_names", "currency_names", "unit_names", "unit_names_one",
    "dates.month_names", "numbers.foreign_scales",
    "dates.weekday_names", "dates.long_form", "messages", "report", "abbreviations",
    "conversions.confused", "fields", "currency_places",
)  # fmt: skip
# Sections whose keys need not be the same in every language: ids of tables, grammar, and what only
# one country has.
CATALOGUES = (
    "grammar",
    "compounds",
    "currencies",
    "currency_parts",
    "currency_part_letters",
    "currency_letters",
    "currency_names",
    "units",
    "unit_names",
    "unit_names_one",
    "fields",
    "currency_places",
)


@pytest.fixture(params=LANGUAGES)
def lexicon(request: pytest.FixtureRequest) -> Lexicon:
    return load_lexicon(request.param)


def leaves(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a lexicon that is no table, with its dotted name."""
    if not isinstance(data, dict):
        yield path, data
        return
    for key, value in data.items():
        yield from leaves(value, f"{path}.{key}" if path else str(key))


def words(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from words(item)


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def ids_of(root: Path, table: str) -> set[str]:
    with (root / "reference_data" / table).open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())) for row in csv.DictReader(file)}


def shape(data: Any) -> set[str]:
    """The dotted names that every language must have."""
    names = set()
    for path, _ in leaves(data):
        section = next((own for own in OWN_KEYS if path.startswith(f"{own}.")), path)
        if path.split(".", maxsplit=1)[0] not in CATALOGUES:
            names.add(section)
    return names | OWN_KEYS


def test_languages_are_german_and_english() -> None:
    assert LANGUAGES == ["de", "en"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_sections_and_keys(code: str) -> None:
    first, other = load_lexicon(LANGUAGES[0]).data, load_lexicon(code).data
    assert set(first) == set(other)
    left, right = shape(first), shape(other)
    assert left ^ right == set()


@pytest.mark.parametrize("section", ["messages", "report"])
def test_every_sentence_has_the_same_fields_in_every_language(section: str) -> None:
    shapes = [
        {path: fields_of(text) for path, text in leaves(load_lexicon(code).data[section])}
        for code in LANGUAGES
    ]
    assert all(other == shapes[0] for other in shapes)


@pytest.mark.parametrize("section", ["messages", "report"])
def test_no_sentence_is_empty_or_unfinished(lexicon: Lexicon, section: str) -> None:
    for path, text in leaves(lexicon.data[section]):
        assert text == text.strip(), path
        assert text, path
        assert "  " not in text, path


@pytest.mark.parametrize("section", ["units", "unit_names"])
def test_every_unit_is_one_of_the_table(lexicon: Lexicon, section: str, root: Path) -> None:
    described = {
        measure.unit for table in load_tables().described for measure in table.measures.values()
    }
    known = ids_of(root, "units.csv") | ids_of(root, "concepts.csv") | {"percentage point"}
    assert set(lexicon.data[section]) - known - described == set()


def test_every_unit_of_measure_is_one_of_units_csv(lexicon: Lexicon, root: Path) -> None:
    assert set(lexicon.data["units"]) - ids_of(root, "units.csv") == set()


@pytest.mark.parametrize("section", ["currencies", "currency_parts", "currency_names"])
def test_every_currency_is_one_of_the_table(lexicon: Lexicon, section: str, root: Path) -> None:
    no_currency = {"XXX"}  # ISO 4217: a name that several share, such as "dinars"
    assert set(lexicon.data[section]) - ids_of(root, "currencies.csv") - no_currency == set()


def test_every_currency_that_is_converted_can_be_printed(lexicon: Lexicon) -> None:
    converted = set(lexicon.data["currencies"]) - {"XXX"}
    assert converted - set(lexicon.data["currency_names"]) == set()


def test_every_unit_that_is_read_can_be_printed(lexicon: Lexicon) -> None:
    assert set(lexicon.data["units"]) - set(lexicon.data["unit_names"]) == set()


def test_every_language_reads_the_same_currencies() -> None:
    assert len({frozenset(load_lexicon(code).data["currencies"]) for code in LANGUAGES}) == 1


def test_printed_names_are_read_back_as_the_same_thing(lexicon: Lexicon) -> None:
    for section in ("currency_names", "unit_names"):
        for unit, name in lexicon.data[section].items():
            hit = lexicon.units.at(tokenise(f"{name} x"), 0)
            if unit in lexicon.data["units"] or unit in lexicon.data["currencies"]:
                assert hit is not None, name
                assert hit[1].unit == unit, name


def test_no_phrase_stands_in_two_hedges(lexicon: Lexicon) -> None:
    keys = Counter(phrase_key(p) for group in lexicon.data["hedges"].values() for p in group)
    assert [key for key, count in keys.items() if count > 1] == []


def test_hedges_are_those_of_every_language(lexicon: Lexicon) -> None:
    assert list(lexicon.data["hedges"]) == [
        "about", "just under", "just over", "over", "at least", "at most", "under",
    ]  # fmt: skip


def test_no_phrase_names_two_units(lexicon: Lexicon) -> None:
    meanings: dict[tuple[str, ...], set[str]] = {}
    for section in ("currencies", "currency_parts", "units", "percent"):
        for unit, phrases in lexicon.data[section].items():
            for phrase in lexicon.expanded(phrases):
                meanings.setdefault(phrase_key(phrase), set()).add(unit)
    assert {key: units for key, units in meanings.items() if len(units) > 1} == {}


def test_what_is_matched_in_lower_case_is_written_in_lower_case(lexicon: Lexicon) -> None:
    found = [
        (path, word)
        for path, value in leaves(lexicon.data)
        if not path.startswith(PRINTED) and not path.endswith("pattern")
        for word in words(value)
        if word != word.lower()
    ]
    assert found == []


def test_keys_that_are_words_are_written_in_lower_case(lexicon: Lexicon) -> None:
    for section in OWN_KEYS:
        table = lexicon.data
        for part in section.split("."):
            table = table[part]
        assert [key for key in table if key != key.lower()] == []


def test_every_phrase_is_found_where_it_stands(lexicon: Lexicon) -> None:
    for hedge, phrases in lexicon.data["hedges"].items():
        for phrase in phrases:
            tokens = tokenise(f"{phrase} 5")
            assert lexicon.hedges.before(tokens, len(tokens) - 1) == (len(tokens) - 1, hedge)


@pytest.mark.parametrize(
    "text", ["5 Euro", "rund 5", "5 Milliarden", "5 billion", "5 km", "1. März"]
)
def test_phrases_at_the_end_of_a_text_are_as_long_as_they_are_printed(
    lexicon: Lexicon, text: str
) -> None:
    tokens = tokenise(text)
    tables = (lexicon.units, lexicon.scales, lexicon.months, lexicon.hedges, lexicon.weekdays)
    for table in tables:
        for index in range(len(tokens)):
            hit = table.at(tokens, index)
            assert hit is None or index + hit[0] <= len(tokens)


def test_months_and_weekdays_are_complete(lexicon: Lexicon) -> None:
    dates = lexicon.data["dates"]
    assert len(dates["months"]) == len(dates["month_names"]) == 12
    assert len(dates["weekdays"]) == len(dates["weekday_names"]) == 7
    for number, name in enumerate(dates["month_names"], 1):
        assert lexicon.months.at(tokenise(f"{name} x"), 0) == (1, number)
    for number, name in enumerate(dates["weekday_names"]):
        assert lexicon.weekdays.at(tokenise(f"{name} x"), 0) == (1, number)


def test_scale_names_are_read_as_their_power(lexicon: Lexicon) -> None:
    for power, names in lexicon.data["numbers"]["scale_names"].items():
        for name in names:
            hit = lexicon.scales.at(tokenise(f"{name} x"), 0)
            assert hit is not None
            assert hit[1] == 10 ** int(power)


def test_hundredths_are_parts_of_their_currency(lexicon: Lexicon) -> None:
    for code, phrases in lexicon.data["currency_parts"].items():
        for phrase in phrases:
            hit = lexicon.units.at(tokenise(f"{phrase} x"), 0)
            assert hit is not None
            assert (hit[1].unit, hit[1].factor) == (code, Decimal("0.01"))


def test_stop_words_are_single_words(lexicon: Lexicon) -> None:
    for word in lexicon.stop_words | lexicon.sentence_starters:
        assert phrase_key(word) == (word,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Regierung hat am Mittwoch mit den Ländern gesprochen.", "de"),
        ("The government spoke with the states on Wednesday.", "en"),
        ("Der US-Präsident sagte: „Make America great again“, und das war nicht alles.", "de"),
        ("", None),
        ("1234 5678", None),
        ("Xyzzy plugh", None),
    ],
)
def test_language_is_told_by_its_stop_words(text: str, code: str | None) -> None:
    assert detect_language(text) == code


def test_unknown_language_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(FactcheckError, match="de, en"):
        load_lexicon("fr")


def test_lexicon_is_loaded_once() -> None:
    assert load_lexicon("de") is load_lexicon("de")
