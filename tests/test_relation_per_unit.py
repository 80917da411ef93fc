"""Shares each: an amount, what it is shared among, and the share."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("en", ("The programme costs €84 billion, or roughly €1,000 for each of Germany’s 84 million "
     "residents."),
     {"total": ["€84 billion"], "base": ["84 million residents"], "each": ["roughly €1,000"]}),
    ("en", "They paid $20 million to 4,000 workers, or $5,000 each.",
     {"total": ["$20 million"], "base": ["4,000 workers"], "each": ["$5,000"]}),
    ("en", "The plan costs $300 million for 3 million people, or $100 per head.",
     {"total": ["$300 million"], "base": ["3 million people"], "each": ["$100"]}),
    ("de", ("Das kostet 84 Milliarden Euro, also rund 1.000 Euro für jeden der 84 Millionen "
     "Einwohner."),
     {"total": ["84 Milliarden Euro"], "base": ["84 Millionen Einwohner"],
      "each": ["rund 1.000 Euro"]}),
    ("de", "Das sind 84 Milliarden Euro für 84 Millionen Einwohner, also 1.000 Euro pro Kopf.",
     {"total": ["84 Milliarden Euro"], "base": ["84 Millionen Einwohner"], "each": ["1.000 Euro"]}),
    ("de", "Das sind 84 Millionen Euro für 2.000 Tonnen, umgerechnet 42.000 Euro pro Tonne.",
     {"total": ["84 Millionen Euro"], "base": ["2.000 Tonnen"], "each": ["42.000 Euro"],
      "per": ["Tonne"]}),
    ("de", ("Die Schulden von 2,4 Billionen Euro entsprechen 28.900 Euro pro Kopf bei 83 "
     "Millionen Einwohnern."),
     {"total": ["2,4 Billionen Euro"], "base": ["83 Millionen Einwohnern"],
      "each": ["28.900 Euro"]}),
    ("en", "The $2bn cost works out at $20 for each of the 100 million people.",
     {"total": ["$2bn"], "base": ["100 million people"], "each": ["$20"]}),
    ("de", "Es gab 500 Millionen Euro für 50.000 Haushalte, das sind 10.000 Euro pro Haushalt.",
     {"total": ["500 Millionen Euro"], "base": ["50.000 Haushalte"], "each": ["10.000 Euro"]}),
]  # fmt: skip
NONE = [
    ("de", "Das kostet 84 Milliarden Euro, 1.000 Euro pro Kopf."),
    ("de", "Das kostet 84 Milliarden Euro, und 5 Prozent pro Jahr kommen auf 3 Länder dazu."),
    ("de", "Es gab 500 Millionen Euro für 50.000 Haushalte, also 10 Euro pro Tag."),
    ("de", "Die 3 Karten kosten 20 Euro, 10 Euro pro Stunde kostet das Parken."),
    ("de", "84 Millionen Einwohner zahlen 5 Euro, 3 Euro je Tonne sind frei."),
    ("en", "It costs $20 for 4 hours, or $5 per mile."),
    ("en", "It sold 300 cars to 20 firms, or $5 each."),
    ("en", "The 4 firms made $20m, and $5 each is too much."),
    ("en", "It costs $20 per head, 5 people came and $3 was left."),
    ("en", "Some 5 people paid $20; the other 3 people paid $10 each."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_per_unit(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "per_unit", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_per_unit(language: str, text: str) -> None:
    assert relations(text, "per_unit", language) == []
