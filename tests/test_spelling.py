"""When two names are one: accents, umlauts, transcriptions, and slips of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reference.spelling import near, near_name, slips, sound, spelt_alike

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüéłß", min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schröder", "Schroeder"),
        ("Schröder", "Schroder"),
        ("Orbán", "Orban"),
        ("Støre", "Stoere"),
        ("Wałęsa", "Walesa"),
        ("Merkel", "Merkels"),
        ("Kosiniak-Kamysz", "Kosiniak Kamysz"),
    ],
)
def test_spelt_alike(one: str, other: str) -> None:
    assert spelt_alike(one, other)
    assert not near(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lawrow", "Lavrov"),
        ("Lawrow", "Lavroff"),
        ("Schoigu", "Shoygu"),
        ("Selenskyj", "Zelensky"),
        ("Medwedew", "Medvedev"),
        ("Ahmadinedschad", "Ahmadinejad"),
    ],
)
def test_transcriptions_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Crossetto", "Crosetto", True),
        ("Pistoruis", "Pistorius", True),
        ("Macorn", "Macron", True),
        ("Koch", "Kohl", False),
        ("Brown", "Braun", False),
        ("Schmidt", "Schulz", False),
        ("Merkel", "Merkle", True),
    ],
)
def test_near(one: str, other: str, expected: bool) -> None:
    assert near(one, other) is expected


@pytest.mark.parametrize(
    ("said", "name", "part"),
    [
        ("Guido Crossetto", "Guido Crosetto", "surname"),
        ("Siegmar Gabriel", "Sigmar Gabriel", "first_name"),
        ("Crossetto", "Guido Crosetto", "surname"),
        ("Guido Crosetto", "Guido Crosetto", None),
        ("Giulia Crossetto", "Guido Crosetto", None),
        ("Lech Kaczyński", "Jarosław Kaczyński", None),
        ("Tim Scott", "Tom Scott", None),
    ],
)
def test_near_name(said: str, name: str, part: str | None) -> None:
    assert near_name(said.split(), name.split()) == part


@given(WORDS, WORDS)
def test_order_does_not_matter(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert near(one, other) == near(other, one)


@given(WORDS)
def test_a_word_is_itself_in_any_case(word: str) -> None:
    assert spelt_alike(word, word.title())
    assert slips(word, word) == 0
    assert not near(word, word)
