"""Ratios: a share in words and in per cent, and shares of two different things."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Jeder fünfte Befragte (33 Prozent) lehnt den Plan ab.",
     {"in words": ["Jeder fünfte"], "share": ["33 Prozent"]}),
    ("de", "Fast jeder dritte Befragte (32 Prozent) lehnt den Plan ab.",
     {"in words": ["Fast jeder dritte"], "share": ["32 Prozent"]}),
    ("de", "Zwei Drittel der Befragten, also 66 Prozent, sind dafür.",
     {"in words": ["Zwei Drittel"], "share": ["66 Prozent"]}),
    ("de", "Rund 32 Prozent, also fast jeder Dritte, sind dafür.",
     {"in words": ["fast jeder Dritte"], "share": ["Rund 32 Prozent"]}),
    ("de", "Nur 32 Prozent (jeder Dritte) sind dafür.",
     {"in words": ["jeder Dritte"], "share": ["32 Prozent"]}),
    ("de", "Ein Viertel der Frauen - 24 Prozent - ist dafür.",
     {"in words": ["Ein Viertel"], "share": ["24 Prozent"]}),
    ("en", "Two thirds (66 percent) agreed.",
     {"in words": ["Two thirds"], "share": ["66 percent"]}),
    ("en", "One in five adults (20%) agreed.",
     {"in words": ["One in five"], "share": ["20%"]}),
    ("en", "A quarter of adults, or 24%, agreed.",
     {"in words": ["A quarter"], "share": ["24%"]}),
]  # fmt: skip
NONE = [
    ("de", "Ein Drittel der Frauen (50 Prozent der Männer) blieb weg."),
    ("de", "Jeder dritte Befragte und 20 Prozent der Frauen lehnen ab."),
    ("de", "Ein Viertel (Vorjahr: 20 Prozent) ist dafür."),
    ("de", "Ein Viertel mehr (20 Prozent) ist viel."),
    ("de", "Zwei Drittel sind dafür, 20 Prozent dagegen."),
    ("de", "Im dritten Jahr (20 Prozent) war Schluss."),
    ("de", "Ein Drittel sagt Ja. (20 Prozent sagen Nein.)"),
    ("en", "A third of pupils (25% of boys) left."),
    ("en", "Two thirds agreed, 20% did not."),
    ("en", "One in five left and 20% came."),
    ("en", "A quarter, up from 20%, agreed."),
    ("en", "The third round (20%) was short."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_ratio(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "ratio", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_ratio(language: str, text: str) -> None:
    assert relations(text, "ratio", language) == []
