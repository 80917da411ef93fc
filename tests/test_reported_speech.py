"""Who said what, sentence by sentence: source, content and mode."""

import pytest

import factcheck
from factcheck.config import Settings
from factcheck.model import Attribution
from factcheck.pipeline import extract


def said_in(text: str, language: str) -> tuple[Attribution, ...]:
    return extract(text, Settings(language=language)).speech.attributions


def told(text: str, language: str) -> list[tuple[str | None, str, str]]:
    """Source, content and mode of every attribution."""
    return [
        (
            said.source.text if said.source else None,
            " … ".join(part.text for part in said.content),
            said.mode,
        )
        for said in said_in(text, language)
    ]


GERMAN = [
    (
        "Der Haushalt, sagte der Minister am Montag, werde auf vier Milliarden Euro steigen.",
        [("der Minister", "Der Haushalt … werde auf vier Milliarden Euro steigen", "indirect")],
    ),
    (
        "Die Zahl der Fälle, teilte das Institut mit, stieg auf 400.",
        [("das Institut", "Die Zahl der Fälle … stieg auf 400", "indirect")],
    ),
    (
        "Die Vorsitzende des Vereins, Eva Thiel, forderte Lenz auf, sein Amt niederzulegen.",
        [("Die Vorsitzende des Vereins, Eva Thiel", "sein Amt niederzulegen", "indirect")],
    ),
    (
        "Die Reederei teilte am Montag mit, dass die Fähre drei Tage ausfalle.",
        [("Die Reederei", "dass die Fähre drei Tage ausfalle", "indirect")],
    ),
    (
        "Der Pegel sei um 40 Zentimeter gestiegen, sagte ein Sprecher der Stadt am Abend.",
        [("ein Sprecher der Stadt", "Der Pegel sei um 40 Zentimeter gestiegen", "indirect")],
    ),
    (
        "Laut Feuerwehr brannten zwölf Autos.",
        [("Feuerwehr", "brannten zwölf Autos", "indirect")],
    ),
    (
        "Nach Angaben der Polizei kamen 3.000 Menschen.",
        [("Angaben der Polizei", "kamen 3.000 Menschen", "indirect")],
    ),
    (
        "Dem Verband zufolge fehlen 800 Fahrer.",
        [("Dem Verband", "fehlen 800 Fahrer", "indirect")],
    ),
    (
        "Wie die Klinik mitteilte, wurden neun Kinder behandelt.",
        [("die Klinik", "wurden neun Kinder behandelt", "indirect")],
    ),
    (
        "Die Brücke werde im Mai fertig, so die Bauleiterin.",
        [("die Bauleiterin", "Die Brücke werde im Mai fertig", "indirect")],
    ),
    (
        "Die Firma hat angekündigt, 50 Stellen zu streichen.",
        [("Die Firma", "50 Stellen zu streichen", "indirect")],
    ),
    (
        "„Wir haben genug“, sagte Ministerin Ahlers.",
        [("Ministerin Ahlers", "„Wir haben genug“", "direct")],
    ),
    (
        "Ahlers sagte: „Wir haben genug.“",
        [("Ahlers", "„Wir haben genug.“", "direct")],
    ),
    (
        "„Wir haben genug“, sagte Ahlers, „und zwar seit Jahren.“",
        [("Ahlers", "„Wir haben genug“ … „und zwar seit Jahren.“", "direct")],
    ),
    (
        (
            "Die Beauftragte für Küstenschutz, Wiebke Harms, erklärte am Rande des Treffens, dass "
            "zwei Deiche zu niedrig seien."
        ),
        [
            (
                "Die Beauftragte für Küstenschutz, Wiebke Harms",
                "dass zwei Deiche zu niedrig seien",
                "indirect",
            )
        ],
    ),
    (
        "Der Rat berät noch, aber die Stadt warnt, dass das Geld nicht reicht.",
        [("die Stadt", "dass das Geld nicht reicht", "indirect")],
    ),
    (
        "Die Ministerin ging auf die Kritik ein und betonte, dass der Zeitplan stehe.",
        [("Die Ministerin", "dass der Zeitplan stehe", "indirect")],
    ),
    (
        (
            "Sein Stellvertreter, Ole Brandt, schloss sich an und erklärte: „Dem ist nichts "
            "hinzuzufügen.“"
        ),
        [("Sein Stellvertreter, Ole Brandt", "„Dem ist nichts hinzuzufügen.“", "direct")],
    ),
    (
        "Harms warnte, das Land könne sich „keinen Winter ohne Plan“ leisten.",
        [("Harms", "das Land könne sich „keinen Winter ohne Plan“ leisten", "mixed")],
    ),
    (
        "Der Täter soll 30.000 Euro erbeutet haben.",
        [(None, "Der Täter soll 30.000 Euro erbeutet haben", "hearsay")],
    ),
]

ENGLISH = [
    (
        "Of the 40 patients, the hospital said, 12 had died.",
        [("the hospital", "Of the 40 patients … 12 had died", "indirect")],
    ),
    (
        "However, Mr Hall vowed to fight back, saying that the court case was lost.",
        [
            ("Mr Hall", "to fight back", "indirect"),
            ("Mr Hall", "that the court case was lost", "indirect"),
        ],
    ),
    (
        "The ferry line said on Monday that sailings would stop for three days.",
        [("The ferry line", "that sailings would stop for three days", "indirect")],
    ),
    (
        "The river had risen by 40 centimetres, a council spokesman said.",
        [("a council spokesman", "The river had risen by 40 centimetres", "indirect")],
    ),
    (
        "According to the fire service, twelve cars burned.",
        [("the fire service", "twelve cars burned", "indirect")],
    ),
    (
        "Twelve cars burned, according to the fire service.",
        [("the fire service", "Twelve cars burned", "indirect")],
    ),
    (
        "“We have had enough,” said Laura Penn, the union's leader.",
        [("Laura Penn, the union's leader", "“We have had enough,”", "direct")],
    ),
    (
        "“We have had enough,” Penn said. “Eight years of it.”",
        [("Penn", "“We have had enough,” … “Eight years of it.”", "direct")],
    ),
    (
        "Penn told the Morning Star the talks were over.",
        [("Penn", "the talks were over", "indirect")],
    ),
    (
        "The owner, Harbour Lines, said it had sold the ship.",
        [("The owner, Harbour Lines", "it had sold the ship", "indirect")],
    ),
    (
        "The mayor pledged on Friday to build 400 homes.",
        [("The mayor", "to build 400 homes", "indirect")],
    ),
    (
        "Two boats were reportedly lost.",
        [(None, "Two boats were … lost", "hearsay")],
    ),
    (
        "The firm is said to owe $4m.",
        [(None, "The firm is said to owe $4m", "hearsay")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN, ids=[text[:40] for text, _ in GERMAN])
def test_german(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH, ids=[text[:40] for text, _ in ENGLISH])
def test_english(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Lager kostet 40 Millionen Euro, es sei denn, der Bund zahlt."),
        ("de", "Der Film „Die lange Fahrt“ kostete zwölf Millionen Euro."),
        ("de", "Die Musik war so laut wie ein Düsenjet mit 120 Dezibel."),
        ("de", "Die Ministerin wollte sich zu den 40 Millionen Euro nicht äußern."),
        ("en", "Weak demand and 40 new orders lifted the forecast."),
        ("en", "The ministry declined to comment on the 40 cases."),
        ("en", "Her novel, “The Long Ferry”, sold 40,000 copies."),
        ("en", "The mayor did not say whether the 40 homes would be built."),
    ],
)
def test_nobody_says_it(language: str, text: str) -> None:
    assert told(text, language) == []


def test_the_subjunctive_goes_on_with_the_last_speaker() -> None:
    text = "Harms lobte, dass der Plan stehe. Es liege nun am Rat. Bis Mai seien 20 Tage Zeit."
    first, second = said_in(text, "de")
    assert second.content[0].text == "Es liege nun am Rat. Bis Mai seien 20 Tage Zeit."
    assert second.source == first.source
    assert second.cue is None


def test_a_figure_knows_whose_it_is() -> None:
    text = "Die Brücke kostet 12 Millionen Euro. Laut Anna Krull fehlen davon 3 Millionen Euro."
    own, hers = (c for c in factcheck.extract(text, language="de") if c.kind == "money")
    assert own.attribution is None
    assert hers.attribution is not None
    assert (hers.attribution.speaker, hers.attribution.mode) == ("Anna Krull", "indirect")


def test_what_holds_no_figure_is_a_statement() -> None:
    text = "Anna Krull said the bridge was safe. Repairs will take three weeks, she added."
    claims = factcheck.extract(text, language="en")
    statement = next(c for c in claims if c.kind == "statement")
    assert statement.span.text == "the bridge was safe"
    assert statement.attribution is not None
    assert statement.attribution.speaker == "Anna Krull"
    duration = next(c for c in claims if c.kind == "duration")
    assert duration.attribution is not None
    assert duration.attribution.speaker == "Anna Krull"
    assert [c for c in claims if c.kind == "statement"] == [statement]


def test_the_fast_road_knows_nobody() -> None:
    claims = factcheck.extract("Laut Polizei kamen 90 Gäste.", language="de", attribution=False)
    assert [claim.attribution for claim in claims] == [None]


def test_turns_of_a_transcript() -> None:
    text = "MR. LAKE: How many ships are left?\n\nMS. ROWE: There are 14.\n\nMR. LAKE: I see."
    assert [said.source.text for said in said_in(text, "en") if said.source] == [
        "MR. LAKE", "MS. ROWE", "MR. LAKE",
    ]  # fmt: skip
    assert said_in("CDU: 31 Sitze.\n\nSPD: 29 Sitze.", "de") == ()
