"""Articles beside their sources: the road there and back, and that nobody differs from himself."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import factcheck
from factcheck.cli import main
from factcheck.config import Settings, make_settings
from factcheck.errors import FactcheckError
from factcheck.pipeline import check, extract
from factcheck.report.report import Report
from tests.score_pairs import Pair, pairs, score

RELEASE = """Hellweg Maschinenbau AG

Paderborn, 8. Mai 2025 - Die Hellweg AG hat bis Ende März 412,6 Millionen Euro umgesetzt.
Sie beschäftigte zum Stichtag 5.870 Menschen.
"""
ARTICLE = "Die Hellweg AG setzte bis Ende März 421,6 Millionen Euro um.\n"
# Of 986 slips planted in the pairs so many are found without a false alarm; only ever raised.
FOUND = 835


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    (tmp_path / "other.txt").write_text("Ein anderer Text über das Wetter.\n", "utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def test_evidence_names_file_line_and_sentence(folder: Path) -> None:
    report = factcheck.check_file(folder / "article.txt", sources=[folder / "release.txt"])
    (found,) = [each for each in report.findings if each.code == "FC601"]
    assert found.verdict == "mismatch"
    (evidence,) = found.evidence
    assert evidence.type == "document"
    assert evidence.source == str(folder / "release.txt")
    assert evidence.line == 3
    assert "412,6 Millionen Euro umgesetzt" in evidence.text


def test_the_command_takes_several_sources(folder: Path) -> None:
    files = [str(folder / name) for name in ("article.txt", "other.txt", "release.txt")]
    options = ["--source", files[1], "--source", files[2]]
    result = CliRunner().invoke(main, ["check", files[0], *options])
    assert result.exit_code == 1, result.output
    assert f"{files[2]}:3" in " ".join(result.stdout.split())
    told = "421,6 Millionen Euro: weicht von 412,6 Millionen Euro"
    assert told in " ".join(result.stdout.split())


@pytest.mark.parametrize("watched", [True, False])
def test_a_long_wait_is_explained_at_a_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, watched: bool
) -> None:
    monkeypatch.setattr("factcheck.cli.PATIENCE", 0)
    monkeypatch.setattr("factcheck.cli._is_watched", lambda: watched)
    files = [str(folder / name) for name in ("article.txt", "release.txt")]
    result = CliRunner().invoke(main, ["check", files[0], "--source", files[1]])
    assert result.stderr == (f"factcheck: reading {files[1]} ...\n" if watched else "")
    assert CliRunner().invoke(main, ["check", files[0]]).stderr == ""


def test_json_and_frames_have_the_place_in_the_source(folder: Path, root: Path) -> None:
    report = factcheck.compare(folder / "article.txt", folder / "release.txt")
    record = json.loads(report.to_json())
    schema = json.loads((root / "factcheck" / "report" / "schema.json").read_text("utf-8"))
    jsonschema.validate(record, schema)
    (document,) = record["documents"]
    assert document["findings"][0]["evidence"][0]["line"] == 3
    frame = report.findings_frame()
    assert frame.evidence_line.tolist() == [3]
    assert "412,6 Millionen Euro" in frame.evidence_text[0]
    assert "release.txt:3" in report.to_html()


def test_the_summary_counts_what_was_left_out(folder: Path) -> None:
    report = factcheck.compare(folder / "article.txt", [folder / "release.txt"])
    figures = len(
        [c for c in extract(RELEASE, Settings()).claims if c.quantity and c.kind != "date"]
    )
    (source,) = report.sources
    assert source.path == str(folder / "release.txt")
    assert source.figures == figures
    assert source.left_out == figures - 1
    assert report.summary["sources"] == [
        {"path": source.path, "figures": figures, "left_out": figures - 1}
    ]
    assert report.summary["not_in_source"] == 0


def test_a_figure_that_no_source_has_is_counted_and_listed() -> None:
    report = factcheck.compare(
        "Im Dorf Hainfeld leben 7.312 Menschen.", "Hainfeld feiert ein Fest.", "de"
    )
    assert report.summary["not_in_source"] == 1
    assert "nicht in der Quelle" in report.findings[0].message


def test_texts_and_files_can_be_compared(folder: Path) -> None:
    assert verdicts(factcheck.compare(ARTICLE, RELEASE)) == ["mismatch"]
    assert verdicts(factcheck.compare(str(folder / "article.txt"), RELEASE)) == ["mismatch"]
    assert verdicts(factcheck.compare(RELEASE, RELEASE)) == ["supported"] * 2


def test_two_versions_of_an_article() -> None:
    draft = "Der Bau der Halle kostet 4,2 Millionen Euro. Sie fasst 1.800 Zuschauer."
    print_ = "Der Bau der Halle kostet 4,8 Millionen Euro. Sie fasst 1.800 Zuschauer."
    report = factcheck.compare(print_, draft)
    told = {each.claims[0].span.text: each.verdict for each in report.findings}
    assert told == {"4,8 Millionen Euro": "mismatch", "1.800 Zuschauer": "supported"}


def test_a_source_has_its_own_language_and_date() -> None:
    text = "LONDON, 12 March 2025 - The company has 300 employees and it is growing."
    settings = make_settings(language="de", date="2025-05-01", sources=[text])
    (source,) = extract("Die Firma hat 300 Beschäftigte.", settings).sources
    assert source.document.language == "en"
    assert str(source.date) == "2025-03-12"
    plain = make_settings(language="de", date="2025-05-01", sources=["The company has 300 men."])
    (source,) = extract("Die Firma hat 300 Beschäftigte.", plain).sources
    assert str(source.date) == "2025-05-01"


@pytest.mark.parametrize(
    ("sources", "words"),
    [(["missing.txt"], "there is no file"), ([], "nothing to compare"), (["", ""], "folder")],
)
def test_a_source_that_is_none_is_refused(sources: list[str], words: str) -> None:
    with pytest.raises(FactcheckError, match=words):
        factcheck.compare("Es kamen 34 Gäste.", sources)


def test_an_empty_source_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    with pytest.raises(FactcheckError, match="is empty"):
        factcheck.compare("Es kamen 34 Gäste.", tmp_path / "empty.txt")


def test_a_negative_figure_is_compared_in_no_time() -> None:
    source = "The trust earned 12% in 2024, 13% in 2023 and minus 17% in 2022."
    text = "The 17% that the trust had lost in 2022 it has more than made up for since."
    report = factcheck.compare(text, source, "en")
    assert "mismatch" not in verdicts(report)


HEARING = """Untersuchungsausschuss, 3. Mai 2024, Vernehmung (Auszug)

Vorsitzende Dr. Edda Brink: Herr Zeuge, wann war das?
Zeuge Karl Ostmann, Baurat a. D.: Im Mai 2019. Ich habe einen Vermerk von sechs Seiten geschrieben.
Abgeordneter Timo Lenz (Grüne): Wie viele Wagen fuhren da noch über die Brücke?
Zeuge Ostmann: Es waren etwa 18.000 am Tag. Dafür übernehme ich die Verantwortung.
"""


@pytest.mark.parametrize(
    ("article", "differs"),
    [
        ("„Dafür übernehme ich die Verantwortung“, sagte Karl Ostmann im Ausschuss.", False),
        ("„Dafür übernehme ich die Verantwortung“, sagte Timo Lenz im Ausschuss.", True),
        ("Über die Brücke fuhren da noch 18.000 Wagen am Tag, wie Karl Ostmann sagte.", False),
    ],
)
def test_labels_of_a_hearing_tell_who_speaks(article: str, *, differs: bool) -> None:
    report = factcheck.compare(article, HEARING, "de")
    found = [each.verdict for each in report.findings if each.code == "FC603"]
    assert ("mismatch" in found) == differs


SPEECH = """Statement by the minister, Ann Kern, to parliament, 5 June 2025

The cable was cut in May, and I have told you what I know. We shall mend it in 18 days if we can.
I cannot say that it was an accident, and we do not think so.

Paul Stroud, spokesman of the Liberals: She had the report on her desk and did nothing about it.
"""


def test_another_voice_ends_a_speech() -> None:
    article = "She had the report on her desk and did nothing about it, Paul Stroud said."
    report = factcheck.compare(article, SPEECH, "en")
    assert "mismatch" not in [each.verdict for each in report.findings if each.code == "FC603"]


def test_pairs_are_found_without_a_false_alarm() -> None:
    scores = [score(pair) for pair in pairs()]
    assert [alarm for each in scores for alarm in each.alarms] == []
    assert sum(each.found for each in scores) >= FOUND


def test_a_slip_is_counted_only_where_it_stands() -> None:
    article = "In Rodau [[starben 12 => starben 14]] Menschen bei einem Brand."
    source = "Bei einem Brand in Rodau starben 12 Menschen."
    pair = Pair("one", "de", "de", make_settings(date="2025-01-01").date, source, article)  # type: ignore[arg-type]
    assert score(pair).found == 1
    wrong = Pair("two", "de", "de", pair.date, source.replace("12", "15"), article)
    assert score(wrong).alarms


def verdicts(report: Report) -> list[str]:
    return [each.verdict for each in report.findings if each.code == "FC601"]


def texts_of_pairs() -> Iterator[tuple[str, str, str]]:
    for pair in pairs():
        yield pair.name, pair.source_language, pair.source
        yield pair.name, pair.language, pair.text()


@pytest.mark.parametrize(("name", "language", "text"), list(texts_of_pairs()))
def test_a_text_agrees_with_itself_in_any_order(name: str, language: str, text: str) -> None:
    assert name
    assert disagreements(text, text, language) == []
    for source in (reordered(text), f"{text}\n\n{text}", f"{reordered(text)}\n\n{text}"):
        assert disagreements(text, source, language) == []


def test_real_articles_agree_with_themselves(shared: Path) -> None:
    data = shared / "data" / "wikinews_de_train.jsonl"
    lines = data.read_text("utf-8").splitlines()[::20]
    texts = [json.loads(line)["text"] for line in lines]
    for text, following in zip(texts, [*texts[1:], texts[0]], strict=True):
        assert disagreements(text, text, "de") == []
        assert disagreements(text, reordered(text), "de") == []
        assert disagreements(text, f"{following}\n\n{text}", "de") == []


def reordered(text: str) -> str:
    return "\n\n".join(reversed(text.split("\n\n")))


def disagreements(text: str, source: str, language: str) -> list[str]:
    settings = Settings(language=language, sources=(source,), select=("FC6",))
    found = check(text, settings).findings
    return [
        f"{each.code} {each.message}"
        for each in found
        if each.verdict in {"mismatch", "outdated", "unclear"}
    ]
