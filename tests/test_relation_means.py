"""Means: a range and its mean, and means of something else."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", ("Die Mieten liegen zwischen 1.500 und 2.000 Euro, im Durchschnitt sind es 1.800 "
     "Euro."),
     {"range": ["zwischen 1.500 und 2.000 Euro"], "mean": ["1.800 Euro"]}),
    ("de", "Die Mieten liegen zwischen 1.500 und 2.000 Euro (im Schnitt 1.800 Euro).",
     {"range": ["zwischen 1.500 und 2.000 Euro"], "mean": ["1.800 Euro"]}),
    ("de", ("Die Mieten liegen zwischen 2.000 und 1.500 Euro, der Durchschnitt liegt bei 1.800 "
     "Euro."),
     {"low": ["2.000"], "high": ["1.500 Euro"], "mean": ["1.800 Euro"]}),
    ("de", "Es dauert 5 bis 10 Tage, durchschnittlich 7 Tage.",
     {"range": ["5 bis 10 Tage"], "mean": ["7 Tage"]}),
    ("en", "Rents are between $1,000 and $2,000, on average $1,500.",
     {"range": ["between $1,000 and $2,000"], "mean": ["$1,500"]}),
    ("en", "It takes 5 to 9 days, with an average of 7 days.",
     {"range": ["5 to 9 days"], "mean": ["7 days"]}),
    ("en", "Rents are between $1,000 and $2,000 - an average of $1,500 - here.",
     {"range": ["between $1,000 and $2,000"], "mean": ["$1,500"]}),
]  # fmt: skip
NONE = [
    ("de", ("Die Mieten liegen bei 1.500 bis 2.000 Euro, im Schnitt beträgt der Lohn 3.000 "
     "Euro.")),
    ("de", "Die Mieten liegen im Schnitt bei 1.800 Euro."),
    ("de", "Es sind 1.500 Euro und 2.000 Euro, im Schnitt 1.800 Euro."),
    ("de", "Die Mieten liegen zwischen 1.500 und 2.000 Euro, im Schnitt 5 Prozent höher."),
    ("de", "Die Mieten liegen zwischen 1.500 und 2.000 Euro. Im Schnitt sind es 1.800 Euro."),
    ("de", ("Zwischen 5 und 10 Menschen kamen, was im Land bei allen anderen Festen im Schnitt "
     "20 Menschen sind.")),
    ("en", "Rents are between $1,000 and $2,000, the average age is 30."),
    ("en", "The average rent is $1,500."),
    ("en", "He scored 5 and 10, on average 7."),
    ("en", "Between 5 and 10 people came. On average 7 people do."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_mean(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "mean", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_mean(language: str, text: str) -> None:
    assert relations(text, "mean", language) == []
