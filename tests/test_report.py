"""Report: the counts, and each format: terminal, JSON, frames, HTML."""

import json
import pickle
import string
from datetime import date
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import factcheck
from factcheck.errors import FactcheckError
from factcheck.interval import Interval
from factcheck.languages.lexicon import known_languages, load_lexicon
from factcheck.languages.wording import Wording
from factcheck.model import Attribution, Evidence, Period, Quantity, Span
from factcheck.report.formats import Look, formats, render
from factcheck.report.report import Report, unreadable
from factcheck.report.to_json import plain
from tests.make_report import ARTICLE, LIST, RATE, claim, document, finding, report, sample, span

SCHEMA = Path(__file__).parent.parent / "factcheck" / "report" / "schema.json"
CLAIM_COLUMNS = (
    "document claim kind text start end line column block value low high unit noun hedge subject"
    " period speaker role mode cue sentence verdict codes"
)
FINDING_COLUMNS = (
    "document finding claims code name verdict severity text start end line column message"
    " calculation suggestion hypothesis evidence_type evidence_source evidence_url evidence_as_of"
    " evidence_text evidence_line"
)


def nothing(text: str = "") -> Report:
    return report(document(text, date=None, date_from="unknown", path=None))


# What a claim's verdict is, and where it is counted


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ([], "unverified"),
        (["unclear"], "unclear"),
        (["unclear", "supported"], "supported"),
        (["supported", "outdated"], "outdated"),
        (["supported", "outdated", "mismatch"], "mismatch"),
    ],
)
def test_verdict_is_the_gravest_that_a_finding_gives(verdicts: list[str], expected: str) -> None:
    doc = document()
    five = claim(doc, "Five")
    findings = [finding(verdict, five) for verdict in verdicts]
    assert report(doc, [five], findings).verdict(five) == expected


def test_supported_counts_for_the_judged_claim_alone_and_mismatch_for_all() -> None:
    doc = document()
    pounds, euros = claim(doc, "4.5 billion pounds"), claim(doc, "6.9 billion euros")
    agreeing = report(doc, [pounds, euros], [finding("supported", euros, pounds)])
    differing = report(doc, [pounds, euros], [finding("mismatch", euros, pounds)])
    assert [agreeing.verdict(each) for each in (euros, pounds)] == ["supported", "unverified"]
    assert [differing.verdict(each) for each in (euros, pounds)] == ["mismatch", "mismatch"]
    assert agreeing.findings_for(pounds) == agreeing.findings


def test_only_the_judged_figure_of_a_mismatch_is_to_correct() -> None:
    doc = document()
    pounds, euros = claim(doc, "4.5 billion pounds"), claim(doc, "6.9 billion euros")
    one = report(doc, [pounds, euros], [finding("mismatch", euros, pounds)])
    both = report(
        doc, [pounds, euros], [finding("mismatch", euros, pounds), finding("mismatch", pounds)]
    )
    assert [one.standing(each) for each in (euros, pounds)] == ["to_correct", "to_check"]
    assert [both.standing(each) for each in (euros, pounds)] == ["to_correct", "to_correct"]


def test_what_only_the_article_supports_is_consistent_and_not_confirmed() -> None:
    doc = document()
    five = claim(doc, "Five")
    inside = finding("supported", five, evidence=(LIST,))
    outside = finding("supported", five, id="other", evidence=(LIST, RATE))
    assert report(doc, [five], [inside]).standing(five) == "consistent"
    assert report(doc, [five], [inside, outside]).standing(five) == "confirmed"


def test_evidence_of_an_unclear_finding_confirms_nothing() -> None:
    doc = document()
    five = claim(doc, "Five")
    unclear = finding("unclear", five, evidence=(RATE,))
    inside = finding("supported", five, evidence=(LIST,))
    assert report(doc, [five], [unclear, inside]).standing(five) == "consistent"


def test_summary_counts_every_claim_once() -> None:
    made = sample()
    assert made.summary == {
        "figures": 4,
        "to_correct": 1,
        "confirmed": 1,
        "consistent": 1,
        "to_check": 1,
        "offices": {
            "total": 1,
            "to_correct": 0,
            "confirmed": 0,
            "consistent": 0,
            "to_check": 1,
        },
        "statements": dict.fromkeys(
            ("total", "to_correct", "confirmed", "consistent", "to_check"), 0
        ),
        "verdicts": {
            "mismatch": 2,
            "outdated": 0,
            "supported": 2,
            "unclear": 0,
            "unverified": 1,
        },
        "severities": {"error": 1, "warning": 0, "info": 2},
        "not_in_source": 0,
        "sources": [],
    }
    assert made.coverage == (
        "4 figures: 1 to correct, 1 confirmed, 1 consistent within the article, 1 to check by hand",
        "1 office: 1 to check by hand",
    )


def test_date_is_a_figure_only_where_a_finding_judges_it() -> None:
    doc = document()
    day, five = claim(doc, "Thursday", "date"), claim(doc, "Five")
    assert report(doc, [day]).summary["figures"] == 0
    assert report(doc, [day, five], [finding("supported", five, day)]).summary["figures"] == 1
    assert report(doc, [day], [finding("unclear", day)]).summary["figures"] == 1
    assert report(doc, [day], [finding("mismatch", day)]).summary["to_correct"] == 1


@pytest.mark.parametrize(
    ("severity", "reached"),
    [("error", False), ("warning", True), ("info", True), ("never", False)],
)
def test_a_warning_reaches_warning_and_info(severity: str, reached: bool) -> None:
    doc = document()
    five = claim(doc, "Five")
    made = report(doc, [five], [finding("outdated", five)])
    assert made.reaches(severity) is reached


def test_a_report_survives_pickling_with_its_wording() -> None:
    made = report(document(), language="de")
    again = pickle.loads(pickle.dumps(made))  # noqa: S301
    assert (again.document, again.coverage) == (made.document, made.coverage)


def test_unknown_format_is_refused_with_the_known_ones() -> None:
    assert sorted(formats()) == ["csv", "html", "json", "terminal"]
    with pytest.raises(FactcheckError, match="choose one of csv, html, json, terminal"):
        sample().render("sarif")


def fields_of(labels: dict[str, Any], prefix: str = "") -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, value in labels.items():
        if isinstance(value, dict):
            found |= fields_of(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = {
                name for _, name, _, _ in string.Formatter().parse(value) if name
            }
    return found


def test_every_language_has_the_same_labels_with_the_same_fields() -> None:
    labels = [fields_of(load_lexicon(code).data["report"]) for code in known_languages()]
    assert len(labels) > 1
    assert all(each == labels[0] for each in labels)


# Terminal


def test_terminal_shows_the_finding_its_line_and_what_to_do() -> None:
    assert sample().render() == (
        "article.txt | language en (by its words) | date 13 March 2025 (as given)\n"
        "\n"
        "error  FC201 currency-conversion  article.txt:1:37\n"
        "  6.9 billion euros does not agree with 4.5 billion pounds\n"
        "    Britain pledged 4.5 billion pounds (6.9 billion euros) to Ukraine.\n"
        "                    ~~~~~~~~~~~~~~~~~~  ^^^^^^^^^^^^^^^^^\n"
        "  Calculation: 4.5 billion x 1.187 = 5.34 billion\n"
        "  Exchange rate: 1 GBP = 1.187 EUR (European Central Bank, as of 12 March 2025,\n"
        "  https://www.ecb.europa.eu/rates)\n"
        "  What to do: 5.3 or 5.4 billion euros?\n"
        "\n"
        "A note on the whole.\n"
        "4 figures: 1 to correct, 1 confirmed, 1 consistent within the article, "
        "1 to check by hand\n"
        "1 office: 1 to check by hand\n"
    )


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        (Evidence("article", "4.5 billion pounds (6.9 billion euros)"), False),
        (Evidence("article", "Some 34 military chiefs"), True),
        (Evidence("calendar", "4.5 x 1.2 = 5.4"), True),
    ],
)
def test_what_the_excerpt_shows_is_not_said_again(evidence: Evidence, shown: bool) -> None:
    doc = document()
    pounds, euros = claim(doc, "4.5 billion pounds"), claim(doc, "6.9 billion euros")
    slip = finding("mismatch", euros, pounds, calculation="4.5 x 1.2 = 5.4", evidence=(evidence,))
    text = report(doc, [pounds, euros], [slip]).render()
    assert (f": {evidence.text}\n" in text) == shown
    assert text.count("4.5 x 1.2 = 5.4") == 1


def test_verbose_adds_what_agrees_and_a_list_to_tick_off() -> None:
    text = sample().render("terminal", Look(verbose=True))
    assert "agrees  FC101 list-count  article.txt:2:1\n" in text
    assert "To check by hand:\n  [ ] 1:17  4.5 billion pounds  Britain pledged 4.5" in text
    assert "\n  [ ] 3:33  French minister, John Doe  Some 34 military" in text


def test_findings_come_in_the_order_of_the_text() -> None:
    doc = document()
    late, early = claim(doc, "34 military chiefs"), claim(doc, "Five")
    text = report(doc, [late, early], [finding("mismatch", late), finding("mismatch", early)])
    assert text.render().index("article.txt:2:1") < text.render().index("article.txt:3:6")


def test_without_a_date_the_heading_says_so() -> None:
    assert (
        nothing("Text.")
        .render()
        .startswith("standard input | language en (by its words) | no date\n")
    )


def test_german_report_is_german() -> None:
    made = sample()
    text = report(made.document, made.claims, made.findings, "de").render()
    assert "Datum 13. März 2025 (wie angegeben)" in text
    assert "Fehler  FC201" in text
    assert "4 Zahlen: 1 zu korrigieren, 1 bestätigt, 1 stimmig innerhalb des Artikels" in text


def test_long_line_is_cut_at_words_around_the_figure() -> None:
    doc = document("word " * 60 + "then 34 chiefs met " + "word " * 60)
    chiefs = claim(doc, "34 chiefs")
    lines = report(doc, [chiefs], [finding("mismatch", chiefs)]).render().splitlines()
    shown, under = lines[4:6]
    assert len(shown) <= 100
    assert shown.startswith("    … word ")
    assert shown.endswith(" word …")
    assert shown[under.index("^") : under.rindex("^") + 1] == "34 chiefs"


@pytest.mark.parametrize("width", [1, 40, 60, 100])
def test_no_word_is_broken_at_any_width(width: int) -> None:
    text = sample().render("terminal", Look(verbose=True, width=width))
    wide = sample().render("terminal", Look(verbose=True, width=10_000))
    assert {word for word in text.split() if word.strip("…~^")} <= set(wide.split())
    assert all(
        len(line) <= max(width, 40)
        for line in text.splitlines()
        if " | " not in line and "FC" not in line and "[ ]" not in line
    )


def test_wide_characters_keep_the_underline_below_the_figure() -> None:
    doc = document("日本 sent 34 chiefs.")
    chiefs = claim(doc, "34 chiefs")
    lines = report(doc, [chiefs], [finding("mismatch", chiefs)]).render().splitlines()
    assert lines[5] == "    " + " " * len("xxxx sent ") + "^" * len("34 chiefs")


def test_an_article_cannot_write_on_the_terminal() -> None:
    doc = document("Some \x1b[31m34 chiefs\x07 met.\r\nMore.", path="a\x1b]0;x.txt")
    chiefs = claim(doc, "34 chiefs")
    made = report(doc, [chiefs], [finding("mismatch", chiefs, message="a \x1b[2J b")])
    text = made.render("terminal", Look(verbose=True))
    assert all(char.isprintable() or char == "\n" for char in text)


def test_color_is_used_only_when_asked_for() -> None:
    assert "\x1b" not in sample().render()
    assert "\x1b[1;31merror" in sample().render("terminal", Look(color=True))


def test_environment_does_not_change_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [sample().render("terminal", Look(color=color)) for color in (False, True)]
    for name, value in {"NO_COLOR": "1", "COLUMNS": "20", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert [sample().render("terminal", Look(color=color)) for color in (False, True)] == before


def test_a_figure_in_a_title_has_the_title_for_its_place() -> None:
    title = "Five allies meet\n\n"
    doc = document(title + "They met.", text_start=len(title))
    five = claim(doc, "Five")
    assert "article.txt:title:1" in report(doc, [five], [finding("mismatch", five)]).render()


def test_unreadable_document_is_one_finding_in_every_format() -> None:
    made = unreadable("there is no text", Wording(load_lexicon("en")), "a.txt")
    assert made.render() == "a.txt\n\nerror  FC000 unreadable-document\n  there is no text\n"
    assert not made.readable
    assert made.findings_frame()["code"].tolist() == ["FC000"]
    assert "there is no text" in made.to_html()
    validate(made.to_json())


# JSON


def validate(text: str) -> Any:
    record = json.loads(text)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    return record


def rich_claim() -> Report:
    doc = document()
    place = span(doc, "34 military chiefs")
    interval = Interval(Decimal("33.50"), None, low_closed=False)
    quantity = Quantity(place, "count", interval, Fraction(2, 3), "chief", "over", "chiefs")
    source = span(doc, "John Doe")
    said = Attribution(source, None, "minister", None, (place, source), "indirect")
    period = Period(source, date(2025, 3, 1), date(2025, 3, 31), "month", None)
    made = claim(
        doc, "34 military chiefs", "count", quantity=quantity, attribution=said, period=period
    )
    return report(doc, [made])


def test_json_follows_the_schema() -> None:
    record = validate(sample().to_json())
    assert record["documents"][0]["findings"][0]["spans"] == [
        {"start": 36, "end": 53, "text": "6.9 billion euros"},
        {"start": 16, "end": 34, "text": "4.5 billion pounds"},
    ]
    assert record["documents"][0]["summary"] == sample().summary
    assert record["documents"][0]["date"] == "2025-03-13"


def test_json_holds_exact_numbers_and_null_for_an_open_side() -> None:
    shown = validate(rich_claim().to_json())["documents"][0]["claims"][0]
    assert (shown["value"], shown["low"], shown["high"]) == ("2/3", "33.5", None)
    assert (shown["line"], shown["column"], shown["block"]) == (3, 6, "paragraph")
    assert shown["attribution"]["source"]["text"] == "John Doe"
    assert shown["period"]["start"] == "2025-03-01"


def test_json_puts_several_documents_in_one_object() -> None:
    record = validate(render([sample(), nothing(), rich_claim()], "json", Look()))
    assert [each["path"] for each in record["documents"]] == ["article.txt", None, "article.txt"]
    assert validate(render([], "json", Look()))["documents"] == []


@pytest.mark.parametrize("wrong", ["1e9", "1.50", "1,5", "", "NaN"])
def test_schema_refuses_a_number_that_is_not_plain(wrong: str) -> None:
    record = json.loads(rich_claim().to_json())
    record["documents"][0]["claims"][0]["value"] = wrong
    with pytest.raises(ValidationError):
        validate(json.dumps(record))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("4.5E+9"), "4500000000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("5.30"), "5.3"),
        (Decimal(100), "100"),
        (Decimal("1E+2"), "100"),
        (Decimal("-0.50"), "-0.5"),
        (Fraction(4), "4"),
        (Fraction(2, 3), "2/3"),
        (None, None),
    ],
)
def test_numbers_are_written_without_exponent_or_idle_noughts(
    value: Decimal | Fraction | None, expected: str | None
) -> None:
    assert plain(value) == expected


# Frames


@pytest.mark.parametrize("made", [sample(), rich_claim(), nothing()], ids=["full", "one", "empty"])
def test_frames_have_the_same_columns_and_dtypes_for_every_report(made: Report) -> None:
    claims, findings = made.claims_frame(), made.findings_frame()
    assert " ".join(claims.columns) == CLAIM_COLUMNS
    assert " ".join(findings.columns) == FINDING_COLUMNS
    for frame in (claims, findings):
        for name, dtype in frame.dtypes.items():
            expected = {"value": "Float64", "low": "Float64", "high": "Float64"}
            places = dict.fromkeys(("start", "end", "line", "column", "evidence_line"), "Int64")
            assert dtype == (expected | places).get(str(name), "string"), name


def test_claims_frame_has_one_row_a_claim() -> None:
    frame = sample().claims_frame()
    assert frame["verdict"].tolist() == [
        "mismatch",
        "mismatch",
        "supported",
        "supported",
        "unverified",
    ]
    assert frame["codes"].tolist() == ["FC201", "FC201", "FC101", "FC401", ""]
    assert frame["document"].unique().tolist() == ["article.txt"]
    assert frame["value"].isna().tolist() == [False, False, False, False, True]


def test_claims_frame_keeps_open_sides_and_who_speaks() -> None:
    row = rich_claim().claims_frame().iloc[0]
    assert row["low"] == 33.5
    assert row["value"] == pytest.approx(2 / 3)
    assert row[["high"]].isna().all()
    assert (row["speaker"], row["role"], row["mode"]) == ("John Doe", "minister", "indirect")
    assert (row["noun"], row["hedge"], row["period"]) == ("chiefs", "over", "John Doe")


def test_findings_frame_has_the_first_span_and_evidence() -> None:
    row = sample().findings_frame().iloc[0]
    assert (row["text"], row["line"], row["column"]) == ("6.9 billion euros", 1, 37)
    assert (row["evidence_type"], row["evidence_as_of"]) == ("rate", "2025-03-12")
    assert row["claims"] == "money-6.9 billion euros money-4.5 billion pounds"


def test_csv_is_the_findings_frame() -> None:
    lines = sample().render("csv").splitlines()
    assert lines[0] == FINDING_COLUMNS.replace(" ", ",")
    assert len(lines) == 1 + len(sample().findings)


# HTML


class Balance(HTMLParser):
    """Tells whether every tag is closed in turn, and collects the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.links: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href"]
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def parsed(page: str) -> Balance:
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    return parser


def test_html_holds_the_whole_text_and_marks_each_claim() -> None:
    page = sample().to_html()
    assert ARTICLE in "".join(parsed(page).words)
    assert page.count('<mark class="to_correct"') == 1
    assert page.count('<mark class="confirmed"') == 1
    assert page.count('<mark class="consistent"') == 1
    assert page.count('<mark class="to_check"') == 2
    assert parsed(page).links == [RATE.url] * 2


def test_html_of_overlapping_claims_is_well_formed() -> None:
    doc = document("34 military chiefs & co")
    claims = [
        claim(doc, words) for words in ("34 military", "military chiefs", "34", "chiefs & co")
    ]
    made = report(doc, claims, [finding("mismatch", claims[1])])
    assert doc.text in "".join(parsed(made.to_html()).words)
    assert '<mark class="to_correct" title="1 to correct">military</mark>' in made.to_html()


def test_html_runs_nothing_that_an_article_brings() -> None:
    doc = document("<script>alert(1)</script> 34 chiefs", path='"><script>')
    chiefs = claim(doc, "34 chiefs")
    evil = Evidence("table", "<b>", source="<i>", url="javascript:alert(1)", as_of="<u>")
    made = report(doc, [chiefs], [finding("mismatch", chiefs, message="<s>", evidence=(evil,))])
    page = made.to_html()
    assert parsed(page).links == []
    assert not any(tag in page for tag in ("<script", "<b>", "<i>", "<u>", "<s>"))


def test_notebooks_get_a_fragment_and_not_a_page() -> None:
    shown = sample()._repr_html_()
    assert "<html" not in shown
    assert sample().coverage[0] in parsed(shown).words


def test_place_of_a_span_is_the_same_in_all_formats() -> None:
    made = sample()
    shown = validate(made.to_json())["documents"][0]["claims"]
    frame = made.claims_frame()
    assert [each["column"] for each in shown] == frame["column"].tolist()
    assert isinstance(made.findings[0].spans[0], Span)


def test_a_mere_note_leaves_a_figure_to_check() -> None:
    doc = document()
    five = claim(doc, "Five")
    note = finding("mismatch", five, severity="info")
    slip = finding("mismatch", five, severity="warning")
    assert report(doc, [five], [note]).standing(five) == "to_check"
    assert report(doc, [five], [slip]).standing(five) == "to_correct"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The park cost 4.5 million dollars (4 million euros).", True),
        ("The path is 12.6 kilometres (7.8 miles) long.", False),
    ],
)
def test_the_end_of_the_rates_is_told_beside_money_alone(text: str, told: bool) -> None:
    report = factcheck.check(text, language="en", date="2030-01-10")
    assert any("rates ends" in note for note in report.notes) == told
