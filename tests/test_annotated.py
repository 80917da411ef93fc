"""The annotated sentences are sound, and extraction is no worse on them than it was."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from factcheck.reference.tables import load_tables
from tests import score_figures as scorer

KINDS = {
    *("money", "percentage", "percentage_point", "count", "duration", "age", "measure"),
    *("fraction", "multiple", "ordinal", "number", "date"),
}
DESKS = {
    *("economy", "sport", "science", "local", "politics"),
    *("culture", "courts", "weather", "health", "traffic"),
}
SLACK = 0.5
FEWEST_SENTENCES, FEWEST_FIGURES, BARE_SHARE = 300, 600, 0.15

language = pytest.mark.parametrize("language", scorer.languages())


@language
@pytest.mark.parametrize("level", scorer.LEVELS)
def test_no_worse_than_recorded(language: str, level: str) -> None:
    recorded = json.loads(scorer.RECORDED.read_text("utf-8"))[language][level]
    pairs = scorer.pairs_of(scorer.load(language), language)
    assert scorer.score(pairs, level).f1 >= recorded - SLACK


@language
def test_annotations_are_sound(language: str) -> None:
    for sentence in scorer.load(language):
        assert sentence.desk in DESKS, sentence.id
        last = 0
        for gold in sentence.figures:
            assert sentence.text[gold.start : gold.end] == gold.text, sentence.id
            assert gold.start >= last, f"{sentence.id}: {gold.text} overlaps or is out of order"
            last = gold.end
            assert gold.kind in KINDS, sentence.id


@language
def test_annotated_units_exist(language: str) -> None:
    tables = load_tables(())
    known = {*tables.units, *tables.currencies, "percent", "percentage point", None}
    units = {(gold.unit, s.id) for s in scorer.load(language) for gold in s.figures}
    assert not [(unit, where) for unit, where in units if unit not in known]


@language
def test_annotated_values_are_numbers(language: str) -> None:
    for sentence in scorer.load(language):
        for gold in sentence.figures:
            if gold.kind == "date" or gold.value is None:
                continue
            if isinstance(gold.value, list):
                low, high = (Decimal(end) for end in gold.value)
                assert low < high, sentence.id
            else:
                Fraction(gold.value)


@language
def test_the_set_is_large_and_has_sentences_without_figures(language: str) -> None:
    sentences = scorer.load(language)
    assert len(sentences) >= FEWEST_SENTENCES
    assert len({sentence.text for sentence in sentences}) == len(sentences)
    assert {sentence.desk for sentence in sentences} == DESKS
    assert sum(len(sentence.figures) for sentence in sentences) >= FEWEST_FIGURES
    bare = sum(not sentence.figures for sentence in sentences)
    assert bare >= BARE_SHARE * len(sentences)
