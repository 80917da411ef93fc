"""Changes told by comparison, and comparisons with something else."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]], bool]] = [
    ("de", "Er kostet 900 Millionen Euro, dreimal so viel wie die geplanten 300 Millionen Euro.",
     {"from": ["300 Millionen Euro"], "to": ["900 Millionen Euro"], "by": ["dreimal"]}, True),
    ("en", "He earns £120,000, twice as much as the £60,000 of before.",
     {"from": ["£60,000"], "to": ["£120,000"], "by": ["twice"]}, True),
    ("de", "In Bayern sind es 978 Euro, 30 Prozent weniger als die 1401 Euro im Saarland.",
     {"from": ["1401 Euro"], "to": ["978 Euro"], "by": ["30 Prozent"], "down": ["weniger"]}, True),
    ("en", "The company, which had 8,000 workers in 2010, now has 6,000 workers, a drop of 25%.",
     {"from": ["8,000 workers"], "to": ["6,000 workers"], "by": ["25%"], "down": ["drop"],
      "level": ["8,000 workers"]}, False),
    ("de", "Waren es 2019 noch 80.000 Anträge, gab es 2020 nur 60.000, ein Minus von 25 %.",
     {"from": ["80.000 Anträge"], "to": ["60.000"], "by": ["25 %"], "down": ["Minus"],
      "level": ["80.000 Anträge"]}, False),
    ("de", "Im Westen zahlt man 1401 Euro, im Osten 978 Euro und damit 30 Prozent weniger.",
     {"from": ["1401 Euro"], "to": ["978 Euro"], "by": ["30 Prozent"], "down": ["weniger"]}, False),
    ("de", "Das Angebot hat sich halbiert: Waren es 2015 noch 900, so wurden 2020 nur 450 gezählt.",
     {"from": ["900"], "to": ["450"], "by": ["halbiert"], "level": ["900"]}, False),
    ("de", "Sie kam auf 20,5 Prozent, 5,2 Prozent weniger als 2013, als es 25,7 Prozent waren.",
     {"from": ["25,7 Prozent"], "to": ["20,5 Prozent"], "by": ["5,2 Prozent"],
      "down": ["weniger"], "level": ["25,7 Prozent"]}, False),
]  # fmt: skip
NONE = [
    ("de", "Er kostet 900 Millionen Euro, dreimal so viel wie erwartet, und hat 300 Plätze."),
    ("de", "Es gibt 900 Plätze, 30 Prozent weniger als erwartet, und 1.200 Parkplätze."),
    ("de", "Im Westen leben 1.401 Menschen, im Osten 978 Menschen, ein Drittel davon allein."),
    ("en", "The firm has 6,000 workers and 8,000 machines, a drop of 25% in costs."),
    ("en", "He sold 300 cars and 200 vans, twice in a row."),
    ("en", "In 2010 it had 8,000 workers and in 2010 it had 6,000 workers, a drop of 25%."),
]


@pytest.mark.parametrize(("language", "text", "members", "sure"), RIGHT)
def test_comparison(language: str, text: str, members: dict[str, list[str]], sure: bool) -> None:
    found = [r for r in relations(text, "change", language) if r.all("from")]
    (relation,) = found
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure is sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_comparison(language: str, text: str) -> None:
    assert [r for r in relations(text, "change", language) if r.all("from")] == []
