"""Sentences as relations see them: figures and their tokens, whatever the words in between."""

from itertools import pairwise

import pytest

from factcheck import pipeline
from factcheck.config import Settings
from factcheck.languages.lexicon import load_lexicon
from factcheck.model import Claim
from factcheck.relations.sentence import MOST_FIGURES, Figure, alike, sentences
from tests.make_claims import Chance, relations

SECTIONS = ("changes", "parts", "sums", "means", "per_unit", "durations", "lives", "repeats")
FIGURES = {
    "de": "5 Prozent|3 Punkte|2,4|10 Millionen Euro|300|20 Kinder|3. März|2010|jeder dritte|"
    "verdoppelt|(53)|30-tägige|zwischen 5 und 7 Euro|vier Wochen|58 Jahre alt",
    "en": "5%|3 percentage points|2.4|$10m|300|20 children|3 March|2010|one in three|doubled|"
    "(53)|30-day|between $5 and $7|four weeks|aged 58",
}


def figures(text: str, language: str = "de") -> list[Figure]:
    """Return the figures of the only sentence that has two or more."""
    scenes = pipeline.extract(text, Settings(language=language)).scenes
    (sentence,) = [sentence for scene in scenes for sentence in sentences(scene)]
    return list(sentence.figures)


def test_figures_of_a_sentence_stand_at_their_tokens() -> None:
    text = "Am Dienstag war nichts. Von 2,4 stieg es auf rund 2,7 Milliarden Euro."
    first, second = figures(text)
    assert (first.claim.span.text, first.last - first.first) == ("2,4", 0)
    assert (second.claim.span.text, second.last - second.first) == ("rund 2,7 Milliarden Euro", 3)


def test_sentences_of_one_figure_are_left_out() -> None:
    scenes = pipeline.extract("Es sind 5 Euro. Es sind 6 Euro.", Settings(language="de")).scenes
    assert [sentence for scene in scenes for sentence in sentences(scene)] == []


@pytest.mark.parametrize(
    ("language", "text", "fit"),
    [
        ("de", "5 Euro sind hier, und 6 Euro sind dort.", True),
        ("de", "5 Euro sind hier, und 6 Dollar sind dort.", False),
        ("de", "5 Kinder waren hier, und 6 Kinder waren dort.", True),
        ("de", "5 Kinder waren hier, und 6 Frauen waren dort.", False),
        ("de", "5 Prozent sind hier, und 6 Prozentpunkte sind dort.", False),
        ("en", "The 4,900 were here, and 15,000 tonnes were there.", True),
        ("en", "The 4.2 were here, and 4.5 million tonnes were there.", False),
    ],
)
def test_figures_are_alike_by_their_unit(language: str, text: str, fit: bool) -> None:
    left, right = figures(text, language)
    assert alike(left, right) is fit
    assert alike(right, left) is fit


def test_table_in_a_sentence_is_no_sentence() -> None:
    row = ", ".join(f"{number} Euro" for number in range(10, 11 + MOST_FIGURES))
    assert relations(f"Es gab {row} und 5 Euro, insgesamt 50 Euro.", "sum") == []
    assert relations("Es gab 20 Euro, 25 Euro und 5 Euro, insgesamt 50 Euro.", "sum") != []


@pytest.mark.parametrize("language", ["de", "en"])
def test_any_order_of_words_is_read_and_members_stand_where_they_say(language: str) -> None:
    data = load_lexicon(language).data
    words = [
        word
        for section in SECTIONS
        for values in data[section].values()
        if isinstance(values, list)
        for word in values
        if isinstance(word, str)
    ]
    chance = Chance(f"relations {language}")
    choices = FIGURES[language].split("|")
    for _ in range(400):
        kinds = [choices if chance.below(3) == 0 else words for _ in range(9)]
        parts = [chance.of(kind) for kind in kinds]
        text = " ".join(chance.of([part, part, f"{part},", f"({part})"]) for part in parts) + "."
        article = pipeline.extract(text, Settings(language=language), attribution=False)
        for relation in article.relations:
            spans = [m.span if isinstance(m, Claim) else m for _, m in relation.members]
            assert all(text[span.start : span.end] == span.text for span in spans)
            if relation.kind == "same":  # two mentions: what lies between is not copied
                assert relation.span == spans[-1]
                continue
            assert relation.span.start == min(span.start for span in spans)
            assert relation.span.end == max(span.end for span in spans)


def test_relations_come_in_the_order_of_their_kind_and_text() -> None:
    text = "Der Wert stieg von 5 auf 6 Euro. Der Preis fiel von 8 auf 7 Euro."
    found = relations(text, "change")
    assert len(found) == 2
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
