"""The annotated time expressions are sound, and factcheck reads them no worse than it did."""

import json
from pathlib import Path

import pytest

import factcheck
from tests import score_times as scorer

SLACK = 0.5
FEWEST = {"de": 100, "en": 60}
PHRASES = 22

language = pytest.mark.parametrize("language", scorer.languages())


@language
@pytest.mark.parametrize("level", ["span", "value"])
def test_no_worse_than_recorded(language: str, level: str) -> None:
    recorded = json.loads(scorer.RECORDED.read_text("utf-8"))[language][level]
    assert getattr(scorer.score(scorer.load(language), language), level) >= recorded - SLACK


@language
def test_annotations_are_sound(language: str) -> None:
    sentences = scorer.load(language)
    assert len(sentences) >= FEWEST[language]
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    for sentence in sentences:
        assert not set("[]=") & set(sentence.text), sentence.text
        for gold in sentence.times:
            first, _, last = gold.days.partition("/")
            assert first <= last, sentence.text


def test_phrases_of_the_peers_are_read_to_the_day(shared: Path) -> None:
    lines = (shared / "cases" / "time_phrases.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    assert len(cases) == PHRASES
    for case in cases:
        expected = case["expected"]
        days = expected if isinstance(expected, list) else [expected, expected]
        start = case["text"].lower().index(case["phrase"].lower())
        end = start + len(case["phrase"])
        claims = factcheck.extract(case["text"], language=case["lang"], date=case["anchor"])
        own = [period for claim in claims if (period := scorer.own_period(claim))]
        inside = [p for p in own if p.span.start < end and start < p.span.end]
        assert [[str(p.start), str(p.end)] for p in inside] == [days], case["text"]


def test_a_quotation_with_a_mere_time_is_still_a_statement() -> None:
    text = "„Wir haben gestern lange darüber geredet“, sagte Anna Muster."
    report = factcheck.check(text, language="de", date="2025-03-12")
    assert [claim.kind for claim in report.claims] == ["statement"]
    kinds = [claim.kind for claim in factcheck.extract(text, language="de", date="2025-03-12")]
    assert sorted(kinds) == ["date", "statement"]
