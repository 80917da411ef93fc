"""The public functions end to end: options, ids that survive edits, threads, determinism."""

import gc
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import factcheck
from factcheck import Claim, FactcheckError, Report, conversion, pipeline
from factcheck.collector import LONG
from factcheck.config import Settings
from factcheck.reference.rates import ECB

ARTICLE = """Hilfe für die Ukraine

Brüssel, 13. März 2025 - Großbritannien zahlt 4,5 Milliarden Pfund (5,3 Millionen Euro).
Das sagte der französische Verteidigungsminister Sébastien Lecornu am Mittwoch, dem 13. März 2025.

Drei Länder – Frankreich und Deutschland – zahlen mehr. Insgesamt kamen 34 Militärchefs.
"""
RIGHT = """Hilfe für die Ukraine

Brüssel, 13. März 2025 - Großbritannien zahlt 4,5 Milliarden Pfund (5,3 Milliarden Euro).
Das sagte der französische Verteidigungsminister Sébastien Lecornu am Mittwoch, dem 12. März 2025.

Zwei Länder – Frankreich und Deutschland – zahlen mehr. Insgesamt kamen 34 Militärchefs.
"""
DAY = "2025-03-13"


def errors(report: Report) -> list[str]:
    return [finding.name for finding in report.findings if finding.severity == "error"]


def alarms(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.severity != "info"]


def surfaces(claims: list[Claim]) -> list[str]:
    return [claim.span.text for claim in claims]


def test_right_article_gives_no_alarm() -> None:
    report = factcheck.check(RIGHT, date=DAY)
    assert alarms(report) == []
    supported = {finding.name for finding in report.findings if finding.verdict == "supported"}
    assert {"currency-conversion", "list-count", "weekday"} <= supported


def test_wrong_article_gives_its_errors_in_the_order_of_the_text() -> None:
    report = factcheck.check(ARTICLE, date=DAY)
    assert errors(report) == ["currency-conversion", "weekday", "list-count"]
    starts = [finding.spans[0].start for finding in report.findings]
    assert starts == sorted(starts)


def test_mismatch_shows_calculation_evidence_and_what_to_do() -> None:
    report = factcheck.check(ARTICLE, date=DAY)
    finding = next(f for f in report.findings if f.name == "currency-conversion")
    assert finding.claims[0].span.text == "5,3 Millionen Euro"
    assert finding.calculation
    assert finding.evidence[0].type == "rate"
    assert finding.evidence[0].as_of == "2025-03-13"
    assert finding.suggestion is not None
    assert "5,3 Milliarden Euro" in finding.suggestion
    assert finding.hypothesis
    assert report.verdict(finding.claims[0]) == "mismatch"
    assert report.verdict(finding.claims[1]) == "mismatch"


@pytest.mark.parametrize("day", [DAY, date(2025, 3, 13), " 2025-03-13 "])
def test_date_is_given_in_several_ways(day: str | date) -> None:
    document = factcheck.check(RIGHT, date=day).document
    assert (document.date, document.date_from) == (date(2025, 3, 13), "option")


def test_date_comes_from_the_dateline_if_it_is_not_given() -> None:
    document = factcheck.check(RIGHT).document
    assert (document.date, document.date_from) == (date(2025, 3, 13), "dateline")


def test_an_agency_in_brackets_ends_a_dateline() -> None:
    document = factcheck.check("Graz, 12. März 2025 (APA). Der Rat tagt.", language="de").document
    assert (document.date, document.date_from) == (date(2025, 3, 12), "dateline")
    aside = "In Graz, 12. März 2025 (ein Mittwoch, an dem der Rat dort tagte), begann es."
    assert factcheck.check(aside, language="de").document.date is None


def test_date_that_is_given_comes_before_the_dateline() -> None:
    assert factcheck.check(RIGHT, date="2025-04-01").document.date == date(2025, 4, 1)


def test_without_a_date_a_slip_by_a_thousand_is_still_found() -> None:
    text = "Es sind 4,5 Milliarden Pfund (5,3 Millionen Euro)."
    assert errors(factcheck.check(text, language="de")) == ["currency-conversion"]
    nearly = "Es sind 4,5 Milliarden Pfund (9 Milliarden Euro)."
    assert alarms(factcheck.check(nearly, language="de")) == []


def test_evidence_calls_a_group_by_its_name() -> None:
    text = "Die 27 EU-Staaten tagen in Brüssel."
    report = factcheck.check(text, language="de", date=DAY)
    evidence = next(f for f in report.findings if f.code == "FC403").evidence[0].text
    assert evidence.startswith("EU: 27 ")


def test_language_is_told_or_given() -> None:
    german, english = factcheck.check(RIGHT), factcheck.check("The 5 of them were there.")
    assert (german.document.language, german.document.language_from) == ("de", "words")
    assert (english.document.language, english.document.language_from) == ("en", "words")
    given = factcheck.check("4,5", language="de").document
    assert (given.language, given.language_from) == ("de", "option")
    unknown = factcheck.check("4,5").document
    assert (unknown.language, unknown.language_from) == ("en", "unknown")


@pytest.mark.parametrize("select", ["FC201", ["FC201"], "fc2"])
def test_select_runs_these_checks_only(select: str | list[str]) -> None:
    report = factcheck.check(ARTICLE, date=DAY, select=select)
    assert {finding.code for finding in report.findings} == {"FC201"}


def test_ignore_leaves_checks_out_even_if_selected() -> None:
    everything = factcheck.check(ARTICLE, date=DAY)
    without = factcheck.check(ARTICLE, date=DAY, ignore="FC2")
    assert list(without.findings) == [f for f in everything.findings if f.code[:3] != "FC2"]
    assert factcheck.check(ARTICLE, date=DAY, select="FC2", ignore="FC201").findings == ()


def test_claims_do_not_depend_on_the_checks() -> None:
    assert factcheck.check(ARTICLE, select="FC9").claims == factcheck.check(ARTICLE).claims


def test_report_language_changes_the_words_and_nothing_else() -> None:
    german = factcheck.check(ARTICLE, date=DAY)
    english = pipeline.check(ARTICLE, Settings(date=date(2025, 3, 13), report_language="en"))
    assert english.claims == german.claims
    assert [f.id for f in english.findings] == [f.id for f in german.findings]
    first = next(f for f in english.findings if f.code == "FC201")
    assert "does not agree" in first.message
    assert first.suggestion is not None
    assert "Milliarden" in first.suggestion


def test_title_is_read_like_the_text() -> None:
    report = factcheck.check(RIGHT, title="Großbritannien zahlt 7 Milliarden Pfund", date=DAY)
    first = report.claims[0]
    assert first.span.text == "7 Milliarden Pfund"
    assert report.document.place(first.span).line == 0
    assert report.document.place(report.claims[1].span).line == 3


def test_title_alone_is_an_article() -> None:
    report = factcheck.check("", title="Berlin zahlt 5 Millionen Euro", language="de")
    assert surfaces(list(report.claims)) == ["5 Millionen Euro"]


def test_title_changes_no_id_below_it() -> None:
    plain = factcheck.check(ARTICLE, date=DAY)
    titled = factcheck.check(ARTICLE, title="Ein Titel", date=DAY)
    assert [c.id for c in titled.claims] == [c.id for c in plain.claims]
    assert [f.id for f in titled.findings] == [f.id for f in plain.findings]


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: f"Ein neuer Satz über 99 Dinge.\n\n{text}",
        lambda text: f"{text}\nEin neuer Satz über 99 Dinge.\n",
        lambda text: text.replace("Insgesamt kamen", "Es kamen"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("zahlen mehr. ", "zahlen mehr.\n\n"),
    ],
)
def test_ids_survive_edits_elsewhere(edit: Callable[[str], str]) -> None:
    before, after = factcheck.check(ARTICLE, date=DAY), factcheck.check(edit(ARTICLE), date=DAY)
    kept = {f.id for f in after.findings if f.verdict == "mismatch"}
    assert {f.id for f in before.findings if f.verdict == "mismatch"} == kept
    counted = {c.id for c in before.claims if c.kind == "money"}
    assert counted == {c.id for c in after.claims if c.kind == "money"}


def test_ids_are_unique_even_among_equal_sentences() -> None:
    text = "Es sind 5 Pfund (9 Euro).\n\n" * 3
    report = factcheck.check(text, language="de", date=DAY)
    claims, findings = [c.id for c in report.claims], [f.id for f in report.findings]
    assert len(set(claims)) == len(claims) == 6
    assert len(set(findings)) == len(findings) == 3


def test_ids_change_with_their_sentence() -> None:
    one = factcheck.extract("Es sind 5 Euro.", language="de")
    other = factcheck.extract("Nun sind es 5 Euro.", language="de")
    assert one[0].id != other[0].id


def test_spans_index_the_untouched_text() -> None:
    for text in (ARTICLE, ARTICLE.replace("\n", "\r\n"), f"\u00ad{ARTICLE}\u00a0🙂"):
        report = factcheck.check(text, date=DAY)
        assert report.document.text == text
        for claim in report.claims:
            assert text[claim.span.start : claim.span.end] == claim.span.text
            assert claim.sentence.start <= claim.span.start <= claim.sentence.end
        for finding in report.findings:
            for span in finding.spans:
                assert text[span.start : span.end] == span.text


def test_extract_gives_claims_in_order_and_checks_nothing() -> None:
    claims = factcheck.extract(ARTICLE, date=DAY)
    assert claims == list(factcheck.check(ARTICLE, date=DAY).claims)
    assert [c.span.start for c in claims] == sorted(c.span.start for c in claims)


def test_extract_without_attribution_has_the_same_figures() -> None:
    fast = factcheck.extract(ARTICLE, date=DAY, attribution=False)
    assert fast == [c for c in factcheck.extract(ARTICLE, date=DAY) if c.kind != "office"]


def test_text_without_figures_gives_an_empty_report() -> None:
    report = factcheck.check("Es regnet in Berlin.", language="de")
    assert (report.claims, report.findings) == ((), ())
    assert factcheck.extract("Es regnet in Berlin.") == []


@pytest.mark.parametrize("text", ["", "  \n\t\r\n", "\u00a0"])
def test_text_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FactcheckError, match="no text"):
        factcheck.check(text)
    with pytest.raises(FactcheckError, match="no text"):
        factcheck.extract(text)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"language": "xx"}, "language"),
        ({"date": "13.03.2025"}, "YYYY-MM-DD"),
        ({"date": "2025-02-30"}, "calendar"),
        ({"select": "201"}, "FC201"),
        ({"ignore": "currency"}, "code"),
        ({"tables": "no-such-folder"}, "no-such-folder"),
    ],
)
def test_option_that_cannot_be_used_is_refused(options: dict[str, str], words: str) -> None:
    with pytest.raises(FactcheckError, match=words):
        factcheck.check(ARTICLE, **options)


def test_file_is_checked_like_its_text(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8", newline="")
    from_file, from_text = factcheck.check_file(path, date=DAY), factcheck.check(ARTICLE, date=DAY)
    assert from_file.claims == from_text.claims
    assert from_file.findings == from_text.findings
    assert from_file.document.path == str(path)
    assert factcheck.check_file(str(path), date=DAY).findings == from_text.findings


def test_file_takes_a_title_and_codes(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    report = factcheck.check_file(
        path, title="Es sind 9 Euro", date=DAY, select="FC301", ignore="FC2"
    )
    assert report.claims[0].span.text == "9 Euro"
    assert {finding.code[:3] for finding in report.findings} <= {"FC3"}


def test_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"missing\.txt"):
        factcheck.check_file(tmp_path / "missing.txt")


def test_same_input_gives_the_same_report() -> None:
    first, second = (factcheck.check(ARTICLE, date=DAY) for _ in range(2))
    assert (first.claims, first.findings) == (second.claims, second.findings)
    assert first.to_json() == second.to_json()


def test_report_is_the_same_under_another_hash_seed_and_locale(root: Path) -> None:
    program = f"import factcheck; print(factcheck.check({ARTICLE!r}, date={DAY!r}).to_json())"
    found = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONPATH": str(root), "TZ": zone},
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed, locale, zone in (("0", "C", "UTC"), ("7", "C.UTF-8", "Asia/Tokyo"))
    }
    assert len(found) == 1


def test_threads_get_the_reports_that_they_would_get_alone() -> None:
    texts = [ARTICLE, RIGHT, ARTICLE.replace("5,3", "6,9"), "The 5 of them paid $5 (€9)."] * 6
    alone = [factcheck.check(text, date=DAY).findings for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: factcheck.check(text, date=DAY).findings, texts))
    assert together == alone


@pytest.mark.parametrize(
    "text",
    [
        "Die Kosten steigen auf 5.000 Euro",
        "Es sind 4,5 Milliarden",
        "He is 44",
        "It costs $5",
        "Am 1.",
        "(5 Euro",
        "5 Euro (",
        "5 Pfund (6",
        "– 5 –",
        "zwei Ziele:",
        "Präsident",
        "der französische",
        "1.2.3.4.5,6,7",
        "9" * 400,
        "über",
        "EUR",
        "\ud83d 5 Euro",
        "5\u200b000 Euro",
        "12.99.2025",
        "Mittwoch, 31. Februar 2025",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_fragments_are_read_without_a_fault(text: str, language: str) -> None:
    report = factcheck.check(text, language=language, date=DAY)
    assert report.document.text == text
    assert errors(report) == [] or "Februar" in text


def test_convert_shows_the_whole_working() -> None:
    lines = conversion.convert("4.5bn", "GBP", "EUR", Settings(date=date(2025, 3, 12)))
    assert lines == [
        "£4.5 billion = €5.352 billion",
        "rate of the day: 1 GBP = 1.1894 EUR (12 March 2025)",
        (
            "rates of the week: 1 GBP = 1.1852 EUR (11 March 2025) to 1.1976 EUR (5 March 2025), "
            "with 0.5% to spare"
        ),
        (
            "possible with rounding: £4.45 billion to £4.55 billion times 1.1793 to 1.2036 = "
            "€5.248 billion to €5.476 billion"
        ),
        "printed to 2 digits: €5.4 billion rounded, €5.3 billion cut off",
        "printed to 3 digits: €5.35 billion rounded, €5.35 billion cut off",
        f"source: {ECB.name}, 12 March 2025, {ECB.url}",
    ]


def test_convert_takes_weekly_and_fixed_rates_too() -> None:
    hryvnia = conversion.convert("1000", "UAH", "EUR", Settings(date=date(2025, 3, 12)))
    assert hryvnia[0].endswith("€22.06")
    assert "with 1% to spare" in hryvnia[2]
    assert "Narodowy Bank Polski" in hryvnia[-1]
    mark = conversion.convert("1000", "DEM", "EUR", Settings(date=date(2025, 3, 12)))
    assert mark[0].endswith("€511.3")
    assert mark[4] == "printed to 2 digits: €510 rounded, €510 cut off"
    assert "Council Regulation" in mark[-1]


@pytest.mark.parametrize(
    ("amount", "source", "target", "words"),
    [
        ("4.5bn", "GBP", "XXX", "XXX"),
        ("many", "GBP", "EUR", "not an amount"),
        ("1 or 2", "GBP", "EUR", "not an amount"),
        ("4.5bn", "BYR", "EUR", "rate"),
    ],
)
def test_convert_refuses_what_it_cannot_do(
    amount: str, source: str, target: str, words: str
) -> None:
    with pytest.raises(FactcheckError, match=words):
        conversion.convert(amount, source, target, Settings(date=date(2025, 3, 12)))


def test_what_agrees_is_given_no_suggestion() -> None:
    text = "Der Ort liegt 12 Meilen (19 Kilometer) entfernt."
    (found,) = factcheck.check(text, language="de", date=DAY).findings
    assert (found.verdict, found.suggestion) == ("supported", None)


def test_a_long_text_leaves_the_collector_as_it_was() -> None:
    text = "\n\n".join([RIGHT] * (LONG // len(RIGHT) + 1))
    factcheck.extract(text, language="de", date=DAY, attribution=False)
    assert gc.isenabled()
    gc.disable()
    try:
        factcheck.extract(text, language="de", date=DAY, attribution=False)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_check_leaves_the_collector_nothing_to_find() -> None:
    factcheck.check(ARTICLE, language="de", date=DAY)  # what is loaded once may hold cycles
    gc.collect()
    gc.disable()
    try:
        factcheck.check(ARTICLE, language="de", date=DAY)
        assert gc.collect() == 0
    finally:
        gc.enable()
