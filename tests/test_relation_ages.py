"""Ages: birth, age and death of one person, and ages of somebody else."""

import pytest

from tests.make_claims import member_texts, relations

RIGHT: list[tuple[str, str, dict[str, list[str]]]] = [
    ("de", "Die 1971 geborene Ministerin ist 58 Jahre alt.",
     {"birth": ["1971"], "age": ["58 Jahre alt"]}),
    ("de", "Der 1971 geborene Minister (53) leitet das Haus seit 2023.",
     {"birth": ["1971"], "age": ["53"]}),
    ("de", "Der am 5. August 1930 in Bern geborene Astronaut wird heute 75 Jahre alt.",
     {"birth": ["5. August 1930"], "age": ["75 Jahre alt"]}),
    ("de", "Anna Muster (53), geboren 1971 in Bern, leitet das Haus.",
     {"birth": ["1971"], "age": ["53"]}),
    ("en", "Pope Francis, born on 17 December 1936, died on 21 April 2025 aged 88.",
     {"birth": ["17 December 1936"], "age": ["88"],
      "at": ["21 April 2025"]}),
    ("en", "Anna Muster, 53, born in 1971, runs the house.",
     {"birth": ["1971"], "age": ["53"]}),
    ("en", "Anna Muster, born in 1971, is 53 years old.",
     {"birth": ["1971"], "age": ["53 years old"]}),
]  # fmt: skip
NONE = [
    ("de", "Der 1971 geborene Minister hat eine Tochter, die 20 Jahre alt ist."),
    ("de", "Der 1971 geborene Minister und sein Bruder (40) kamen."),
    ("de", "Der 1971 geborene Minister wurde mit 40 Stimmen gewählt."),
    ("de", "Im Jahr 2000 starb er im Alter von 88 Jahren."),
    ("de", "Anna Muster (53) und der 1980 geborene Hans Muster (44) kamen."),
    ("de", "Er wurde 1971 geboren. Sie ist 58 Jahre alt."),
    ("de", "Das 1971 gebaute Haus ist 58 Jahre alt."),
    ("en", "The minister, born in 1971, has a son aged 20."),
    ("en", "Born in 1971, he married a woman who is with her sister, aged 40."),
    ("en", "She died in 2000 aged 88."),
    ("en", "He was born in 1971. She is 58 years old."),
    ("en", "Anna Muster, 53, and Hans Muster, 44, born in 1980, came."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "members"), RIGHT)
def test_age(language: str, text: str, members: dict[str, list[str]]) -> None:
    (relation,) = relations(text, "age", language)
    assert {role: member_texts(relation, role) for role, _ in relation.members} == members
    assert relation.sure


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_age(language: str, text: str) -> None:
    assert relations(text, "age", language) == []


def test_day_of_death_is_the_day_of_the_age() -> None:
    text = "Anna Muster wurde am 3. März 1936 geboren und starb am 5. Mai 2020 mit 84 Jahren."
    (relation,) = relations(text.replace("mit 84", "im Alter von 84"), "age")
    assert member_texts(relation, "at") == ["5. Mai 2020"]
    assert relation.sure
