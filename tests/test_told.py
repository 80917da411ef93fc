"""Who says so stands between figures that belong together, and changes nothing."""

import datetime as dt

import pytest

import factcheck
from factcheck import pipeline
from factcheck.config import Settings
from factcheck.model import Relation
from factcheck.relations.told import scenes_told

DAY = dt.date(2024, 6, 28)
SOURCES = {
    "en": (", according to the agency,", ", he said,", ", the ministry said on Friday,"),
    "de": (" nach Angaben der Behörde", ", sagte sie,", ", wie das Ministerium mitteilte,"),
}
# "|" is where a source may stand.
BETWEEN = [
    ("en", "The workforce of 4,800 will shrink by a third| to 3,200."),
    ("en", "Tickets went up| by 25 per cent to £50 from £40."),
    ("en", "Deaths on the road fell| by 640 to 15,360."),
    ("de", "Die Zahl der Unfälle stieg| um 25 Prozent auf 50 von 40."),
    ("de", "Der Preis kletterte| von 2,40 Euro auf 3 Euro, ein Aufschlag von 25 Prozent."),
]
ENDS = {
    "en": (", the ministry said on Friday", ", according to the agency", ", said Ms Porter"),
    "de": (", teilte das Ministerium am Freitag mit", ", so die Polizei", ", sagte sie"),
}
ASIDES = {
    "en": (", as expected,", " (see chart)"),
    "de": (", wie erwartet,", " (siehe Grafik)"),
}
AT_THE_END = [
    ("en", "The Angle boat went out 31 times and the Tenby boat 47 times. Together that is 78|."),
    ("en", "It sold 410,000 sets, against 328,000 a year earlier, a rise of 25 per cent|."),
    ("de", "Der Verein hat 640 Mitglieder, 160 davon sind Kinder, also 25 Prozent|."),
]
LEADS = {"en": ("According to the agency, ", "He said that ")}
AT_THE_HEAD = [
    ("en", "Deaths on the road fell from 160 to 136. |that is a fall of 15 per cent."),
    ("en", "The 420 guests cost the ministry £630,000. |£1,500 a head was not unusual."),
]
# A figure of the source's own stays in the sentence, and so does what only looks like a source.
KEPT = [
    ("en", "The choir has 40 members, said its conductor of 25 years, and a waiting list of 10."),
    ("de", "Der Chor hat 40 Mitglieder, sagte sein Leiter seit 25 Jahren, und zehn warten."),
    ("en", "Prices rose by 5 per cent, from £40 to £42."),
    ("en", "Prices rose (from £40) to £42."),
    ("en", "A third of the 40 had failed. Last year's survey found that 15 per cent had failed."),
    ("en", "Jan Roth, who has led the party since 2012, said that it had 40 members."),
    ("en", "The party has 40 members, said Jan Roth, who has led it since 2012."),
    ("de", "Kate Hill (Jahrgang 1977) ist 37 Jahre alt."),
]


def found(text: str, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The relations of a text by the words of their members."""
    report = pipeline.extract(text, Settings(language=language, date=DAY))
    return [(relation.kind, _members(relation)) for relation in report.relations]


def _members(relation: Relation) -> list[tuple[str, str]]:
    return [(role, m.span.text if hasattr(m, "span") else m.text) for role, m in relation.members]


@pytest.mark.parametrize(("language", "text"), BETWEEN)
@pytest.mark.parametrize("number", range(3))
def test_a_source_between_two_figures_changes_nothing(
    language: str, text: str, number: int
) -> None:
    plain = found(text.replace("|", ""), language)
    assert plain
    assert found(text.replace("|", SOURCES[language][number]), language) == plain


@pytest.mark.parametrize(("language", "text"), BETWEEN)
@pytest.mark.parametrize("number", range(2))
def test_an_aside_between_two_figures_changes_nothing(
    language: str, text: str, number: int
) -> None:
    plain = found(text.replace("|", ""), language)
    assert found(text.replace("|", ASIDES[language][number]), language) == plain


@pytest.mark.parametrize(("language", "text"), AT_THE_END)
@pytest.mark.parametrize("number", range(3))
def test_a_source_at_the_end_changes_nothing(language: str, text: str, number: int) -> None:
    plain = found(text.replace("|", ""), language)
    assert plain
    assert found(text.replace("|", ENDS[language][number]), language) == plain


@pytest.mark.parametrize(("language", "text"), AT_THE_HEAD)
@pytest.mark.parametrize("number", range(2))
def test_a_source_at_the_head_changes_nothing(language: str, text: str, number: int) -> None:
    plain = found(text.replace("|", ""), language)
    assert plain
    assert found(text.replace("|", LEADS[language][number]), language) == plain


@pytest.mark.parametrize(("language", "text"), KEPT)
def test_what_is_no_mere_source_stays(language: str, text: str) -> None:
    article = pipeline.extract(text, Settings(language=language, date=DAY))
    (scene,) = scenes_told(article.scenes, article.speech.attributions)
    assert scene is article.scenes[0]


def test_the_comma_before_what_is_added_stays() -> None:
    plain = "Last year 412,000 lorries used the port, up 13 per cent from 400,000."
    told = plain.replace("port,", "port, according to the board,")
    assert found(plain, "en")
    assert found(told, "en") == found(plain, "en")


def test_a_finding_names_what_is_printed() -> None:
    text = "The workforce of 4,800 will shrink by a third, he said, to 3,800."
    (finding,) = (f for f in factcheck.check(text, date="2024-06-28").findings if f.code == "FC102")
    assert finding.verdict == "mismatch"
    assert all(text[span.start : span.end] == span.text for span in finding.spans)
