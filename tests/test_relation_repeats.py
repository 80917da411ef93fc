"""One quantity twice: in the heading, said once more, and two that only look like it."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", ("43 Militärchefs beraten in Paris\n\nIn Paris kamen am Dienstag 34 Militärchefs aus "
     "Ländern des Bündnisses sowie aus Japan zusammen."),
     {"mention": ["43 Militärchefs", "34 Militärchefs"]}),
    ("de", "Es sind 187,3 Milliarden Euro, also knapp 190 Milliarden Euro.",
     {"mention": ["187,3 Milliarden Euro", "knapp 190 Milliarden Euro"]}),
    ("de", ("Europa gab über 187 Milliarden Euro. Rechnet man nach, sind es 187,3 Milliarden "
     "Euro."),
     {"mention": ["über 187 Milliarden Euro", "187,3 Milliarden Euro"]}),
    ("en", ("Paper cuts 90 jobs\n\nThe paper is cutting 80 journalist jobs, it said on Tuesday, "
     "a tenth of its staff."),
     {"mention": ["90 jobs", "80 journalist jobs"]}),
    ("en", "It cost $187.3m, that is $190m.",
     {"mention": ["$187.3m", "$190m"]}),
]  # fmt: skip
NONE = [
    ("de", ("43 Militärchefs beraten in Paris\n\nIn Paris kamen am Dienstag auch 34 weitere "
     "Militärchefs aus Ländern des Bündnisses zusammen.")),
    ("de", ("43 Männer beraten in Paris\n\nIn Paris kamen am Dienstag 34 Frauen aus Ländern des "
     "Bündnisses zusammen.")),
    ("de", ("In Balad starben zwölf Menschen durch eine Bombe. Im Norden starben 98 Menschen "
     "durch ein Beben.")),
    ("de", "Das Hemd kostet 30 Euro. Die Hose kostet 50 Euro."),
    ("de", "Der Preis sank von 30 auf 20 Euro, also 10 Euro."),
    ("de", "Er zahlt zweimal 5 Euro, also 10 Euro."),
    ("de", "Es sind 20 Euro, also 10 Euro pro Kopf."),
    ("de", "Er lief 5 Kilometer. Rechnet man nach, sind es 30 Euro."),
    ("en", "Four men came to the hall. Six women came to the park."),
    ("en", "It cost $20, that is 5 hours of work."),
    ("en", "The goal came from 10 yards. The next came from 20 yards."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_same(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "same", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_same(language: str, text: str) -> None:
    assert relations(text, "same", language) == []
