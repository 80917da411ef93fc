"""Words of time in any order: nothing breaks, nothing overlaps, no period ends before it begins."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import report
from factcheck.languages.lexicon import load_lexicon

LANGUAGES = ["de", "en"]
SCHEMA = json.loads((Path(report.__file__).parent / "schema.json").read_text("utf-8"))
GRANULES = SCHEMA["$defs"]["period"]["properties"]["granularity"]["enum"]
ANCHORS = st.sampled_from([None, date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)])
FIGURES = [
    "2008",
    "1.",
    "31.",
    "19",
    "2014/15",
    "90er",
    "18 Uhr",
    "14:30",
    "9pm",
    "1990s",
    ",",
    "-",
]


@pytest.mark.parametrize("text", ["Es kamen drei Freunde -", "Three friends came, and two more -"])
def test_a_dash_may_end_a_text(text: str) -> None:
    assert factcheck.check(text, date="2025-03-12").findings == ()


def words_of(code: str) -> list[str]:
    """The words of [times], capitalised too, with months, weekdays, number words and figures."""
    lexicon = load_lexicon(code)
    found: set[str] = set(FIGURES)

    def collect(value: Any) -> None:
        if isinstance(value, str):
            found.update(value.replace("*", "en").split())
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                collect(key)
                collect(item if isinstance(item, list) else "")

    for part in (lexicon.data["times"], lexicon.data["dates"]["months"]):
        collect(part)
    collect(lexicon.data["dates"]["weekdays"])
    collect(list(lexicon.data["numbers"]["digits"]))
    return sorted(found | {word.capitalize() for word in found})


WORDS = {code: st.lists(st.sampled_from(words_of(code)), max_size=12) for code in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_words_of_time_in_any_order(language: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(WORDS[language])) or "-"
    anchor = data.draw(ANCHORS)
    claims = factcheck.extract(text, language=language, date=anchor, attribution=False)
    ends = 0
    for claim in claims:
        if claim.period is not None:
            assert claim.period.start <= claim.period.end
            assert claim.period.granularity in GRANULES
            assert claim.period.anchor in {None, anchor}
        if claim.kind in {"date", "duration"}:
            assert claim.span.start >= ends, "two times overlap"
            ends = claim.span.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_words_of_time_in_any_order_can_be_checked(language: str, data: st.DataObject) -> None:
    text = " ".join(data.draw(WORDS[language])) or "-"
    factcheck.check(text, language=language, date=data.draw(ANCHORS), select=["FC3"])
