"""Intervals of time: two dates and a length, and lengths of something else."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Die Feuerpause dauerte vom 3. März bis zum 2. April, insgesamt 40 Tage.",
     {"start": ["3. März"], "end": ["2. April"], "duration": ["40 Tage"]}),
    ("de", "Das 30-tägige Abkommen gilt vom 3. März bis zum 1. April.",
     {"start": ["3. März"], "end": ["1. April"], "duration": ["30-tägige"]}),
    ("de", "Die Messe dauert vom 3. bis 10. März (8 Tage).",
     {"start": ["3."], "end": ["10. März"], "duration": ["8 Tage"]}),
    ("de", "Die Messe dauert drei Tage, vom 3. bis 5. März.",
     {"start": ["3."], "end": ["5. März"], "duration": ["drei Tage"]}),
    ("de", "Er regierte von 2010 bis 2015, fünf Jahre lang.",
     {"start": ["2010"], "end": ["2015"], "duration": ["fünf Jahre"]}),
    ("en", "The truce held from March 3 to April 2, a total of 40 days.",
     {"start": ["March 3"], "end": ["April 2"], "duration": ["40 days"]}),
    ("en", "The 30-day truce runs from 3 March to 1 April.",
     {"start": ["3 March"], "end": ["1 April"], "duration": ["30-day"]}),
    ("en", "The festival, from 1 July to 28 July, lasts four weeks.",
     {"start": ["1 July"], "end": ["28 July"], "duration": ["four weeks"]}),
    ("en", "The fair runs from 3 to 10 March (eight days).",
     {"start": ["3"], "end": ["10 March"], "duration": ["eight days"]}),
]  # fmt: skip
NONE = [
    ("de", "Nach drei Tagen Pause gilt das vom 3. März bis 1. April."),
    ("de", "Die Messe läuft vom 3. bis 10. März an drei Tagen."),
    ("de", "Die 90-minütige Sendung läuft vom 3. März bis 1. April."),
    ("de", "Vom 3. März bis 1. April kamen 5 Gäste, drei Tage waren frei."),
    ("de", "Seit 30 Tagen gilt das vom 3. März bis 1. April."),
    ("de", "Am 3. März und am 1. April dauert es 30 Tage."),
    ("de", "Die 30-tägige Frist ist kurz. Sie gilt vom 3. März bis 1. April."),
    ("de", "Von 2010 bis 2015 kamen in fünf Jahren viele."),
    ("en", "From March 3 to April 2 it rained on 5 days."),
    ("en", "After 30 days, it ran from 3 March to 1 April."),
    ("en", "Within 40 days from March 3 to April 2 it changed."),
    ("en", "It opened on 3 March and closed on 1 April after 30 days."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_interval(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "interval_of_time", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_interval(language: str, text: str) -> None:
    assert relations(text, "interval_of_time", language) == []
