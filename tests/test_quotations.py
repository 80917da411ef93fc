"""Quotation marks of every style, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.extract.speech.reported_speech import Speech
from factcheck.pipeline import extract


def speech_of(text: str, language: str = "en") -> Speech:
    return extract(text, Settings(language=language)).speech


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("de", "„Der Deich hält“, sagte sie.", ["„Der Deich hält“"]),
        ("de", "„Der Deich hält”, sagte sie.", ["„Der Deich hält”"]),
        ("de", '„Der Deich hält", sagte sie.', ['„Der Deich hält"']),
        ("de", '"Der Deich hält", sagte sie.', ['"Der Deich hält"']),
        ("de", "»Der Deich hält«, sagte sie.", ["»Der Deich hält«"]),
        ("de", "«Der Deich hält», sagte sie.", ["«Der Deich hält»"]),
        ("en", "“The dyke holds,” she said.", ["“The dyke holds,”"]),
        ("en", "‘The dyke holds,’ she said.", ["‘The dyke holds,’"]),
        ("en", "'The dyke holds,' she said.", ["'The dyke holds,'"]),
        ("en", "« The dyke holds », she said.", ["« The dyke holds »"]),
        ("de", "„Er rief ‚Halt‘ und lief“, sagte sie.", ["„Er rief ‚Halt‘ und lief“", "‚Halt‘"]),
        ("en", "“He cried ‘Stop’ and ran,” she said.", ["“He cried ‘Stop’ and ran,”", "‘Stop’"]),
        ("en", '("Not yet," he said.)', ['"Not yet,"']),
    ],
)
def test_every_style(language: str, text: str, quoted: list[str]) -> None:
    speech = speech_of(text, language)
    assert [span.text for span in speech.quotations] == quoted
    assert speech.unpaired == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The workers’ demands don’t end there."),
        ("en", "The team's '90s record and the O'Neills' barn."),
        ("en", 'The set has a 15" screen and weighs 2 kg.'),
        ("en", 'He is 6\' 2" tall and ran 400 m in 52".'),
        ("de", 'Das Gerät hat ein 13"-Display.'),
        ("de", "Geht's noch? Das war's für Lars’ Hof."),
    ],
)
def test_no_quotation(language: str, text: str) -> None:
    speech = speech_of(text, language)
    assert speech.quotations == ()
    assert speech.unpaired == ()


@pytest.mark.parametrize("mark", list("„“”\"»«‚‘’'‹›"))
def test_a_lone_mark_at_the_end(mark: str) -> None:
    text = f"“He left. {mark} {mark}"
    assert speech_of(text).attributions == ()


def test_a_quotation_that_reopens_in_the_next_paragraph() -> None:
    text = "“The first half went well.\n\n“The second did not,” the coach said."
    speech = speech_of(text)
    assert [span.text.strip() for span in speech.quotations] == text.replace(
        " the coach said.", ""
    ).split("\n\n")
    assert speech.unpaired == ()


@pytest.mark.parametrize(
    ("language", "text", "mark"),
    [
        ("de", "„Wir bauen weiter, sagte die Chefin. Das Werk steht seit 1990.", "„"),
        ("en", "“We keep building, the manager said. The works opened in 1990.", "“"),
        ("de", "Wir bauen weiter“, sagte die Chefin.", "“"),
        ("en", 'The manager said: "We keep building. The works opened in 1990.', '"'),
    ],
)
def test_a_mark_without_a_partner(language: str, text: str, mark: str) -> None:
    assert [span.text for span in speech_of(text, language).unpaired] == [mark]


@given(st.text(alphabet="aB .,:;„“”\"‟»«‚‘’'‹›()\n-1", max_size=80))
def test_nothing_breaks_the_reader(text: str) -> None:
    for language in ("de", "en"):
        if text.strip():
            speech = speech_of(text, language)
            for span in speech.quotations + speech.unpaired:
                assert text[span.start : span.end] == span.text
            for said in speech.attributions:
                assert all(part.text == text[part.start : part.end] for part in said.content)
