"""Properties of extraction: what is written is read back, and nothing crashes or slips a letter."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

import factcheck
from factcheck.languages.lexicon import load_lexicon
from factcheck.model import Claim
from factcheck.rounding import interval_of, step_of

LANGUAGES = ("de", "en")
# Letters, digits and signs that texts are made of; anything else occurs as well.
TEXT = st.text(
    st.one_of(
        st.sampled_from("0123456789.,:;-–%€$£ \n\u00a0'’()/½"),
        st.sampled_from("abdeimnorstuzÄäöüßABEMS"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)
FRAGMENTS = """
rund 5 Millionen Euro von auf bis 2,4 3.500 zwei Drittel der 12 Prozent minus 30-tägige im Jahr 2025
am 1. Dezember über knapp Milliarden US-Dollar ( ) , 15 Länder half a million between and $5m 7bn
twenty-seven per cent years old third one in ten Uhr um 1,3 12,30 14.30 pm o'clock GMT May Mai
"""
WORDS = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=25)
# Sentences whose figures need no other sentence: no bare currency, no open scale word.
WHOLE = {
    "de": [
        "Es kamen 34 Militärchefs und 15 weitere Gäste.",
        "Der Umsatz stieg um 12,5 Prozent auf 2,7 Milliarden Euro.",
        "Zwei Drittel der Befragten sind älter als 65 Jahre.",
        "Die Brücke ist 1.280 Meter lang und 30 Meter breit.",
        "Am 1. Dezember 2025 waren es minus 4,5 Grad.",
        "Rund 187 Millionen Menschen sahen zu, knapp 40 Prozent mehr.",
    ],
    "en": [
        "Some 34 military chiefs met for three days.",
        "Profit rose 12.5% to €2.7bn from €2.4bn.",
        "Two-thirds of voters are over 65, one in five is not.",
        "The 25-year-old ran 10 kilometres in under an hour.",
        "On 1 December 2025 it was -4.5°C.",
        "Nearly 187 million people watched, up 40 per cent.",
    ],
}


def figures(text: str, language: str) -> list[Claim]:
    found = factcheck.extract(text, language=language, attribution=False)
    return [claim for claim in found if claim.quantity is not None]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXT)
def test_any_text_is_read_and_every_span_slices_back(language: str, text: str) -> None:
    if not text.strip():
        return
    for claim in factcheck.extract(text, language=language, attribution=False):
        assert text[claim.span.start : claim.span.end] == claim.span.text
        assert text[claim.sentence.start : claim.sentence.end] == claim.sentence.text
        assert claim.sentence.start <= claim.span.start <= claim.span.end <= claim.sentence.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=WORDS)
@example(words=["one", "minus", "5"])
def test_words_of_figures_in_any_order_give_sound_quantities(
    language: str, words: list[str]
) -> None:
    text = " ".join(words) or "-"
    ends = 0
    for claim in figures(text, language):
        quantity = claim.quantity
        assert quantity is not None
        assert claim.span.start >= ends, "figures overlap"
        ends = claim.span.end
        if quantity.value is not None and quantity.hedge not in {"over", "under"}:
            near = {"just under", "just over"}
            assert quantity.interval.contains(quantity.value) or quantity.hedge in near


@pytest.mark.parametrize("language", LANGUAGES)
@given(sentences=st.data())
def test_figures_of_a_text_are_those_of_its_sentences(language: str, sentences: DataObject) -> None:
    chosen = sentences.draw(st.lists(st.sampled_from(WHOLE[language]), min_size=1, max_size=6))
    alone = [
        (claim.kind, claim.span.text, claim.quantity and claim.quantity.value)
        for sentence in chosen
        for claim in figures(sentence, language)
    ]
    together = [
        (claim.kind, claim.span.text, claim.quantity and claim.quantity.value)
        for claim in figures(" ".join(chosen), language)
    ]
    assert together == alone


def written(value: Decimal, language: str) -> str:
    """A number with the separators of a language: 12.345,6 or 12,345.6."""
    whole, _, rest = format(value, "f").partition(".")
    numbers = load_lexicon(language).data["numbers"]
    grouped = f"{int(whole):,}".replace(",", numbers["group"])
    return f"{grouped}{numbers['decimal']}{rest}" if rest else grouped


PRINTED = st.decimals("0.1", "99999", places=1, allow_nan=False) | st.integers(1, 999_999).map(
    Decimal
)
SCALES = {"de": {"Millionen": 6, "Mrd.": 9, "": 0}, "en": {"million": 6, "bn": 9, "": 0}}
UNITS = {
    "de": {"Euro": "EUR", "US-Dollar": "USD", "Prozent": "percent", "Kilometer": "kilometre"},
    "en": {"euros": "EUR", "US dollars": "USD", "percent": "percent", "kilometres": "kilometre"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_what_is_written_is_read_back_to_its_interval(language: str, data: DataObject) -> None:
    value = data.draw(PRINTED)
    hedges = load_lexicon(language).data["hedges"]
    hedge = data.draw(st.sampled_from([None, *sorted(hedges)]))
    word = data.draw(st.sampled_from(sorted(SCALES[language])))
    scale = Decimal(1).scaleb(SCALES[language][word])
    name = data.draw(st.sampled_from(sorted(UNITS[language])))
    amount = f"{written(value, language)} {word}".strip()
    opening = data.draw(st.sampled_from(hedges[hedge])) + " " if hedge else ""
    found = figures(f"xyz {opening}{amount} {name} xyz.", language)
    assert len(found) == 1
    quantity = found[0].quantity
    assert quantity is not None
    assert (quantity.value, quantity.unit) == (value * scale, UNITS[language][name])
    assert quantity.hedge == hedge
    step = step_of(value, scale)
    assert quantity.interval == interval_of(value * scale, step, hedge, signed=False)
