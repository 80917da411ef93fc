"""The list of findings over many articles: dates, languages, what is shown and what is counted."""

import io
import json
from pathlib import Path

import pytest

from tests.read_articles import Article, articles, main, report

RIGHT = "London gibt 4,5 Milliarden Pfund (5,3 Milliarden Euro) aus."
WRONG = "London gibt 4,5 Milliarden Pfund (5,3 Millionen Euro) aus."


def test_a_day_in_brackets_behind_the_title_is_the_date() -> None:
    line = json.dumps({"text": RIGHT, "title": "Mehr Geld (2025-03-13)", "lang": "de"})
    assert list(articles(iter([line, "\n"]), None, "2001-01-01")) == [
        Article("Mehr Geld (2025-03-13)", RIGHT, "2025-03-13", "de")
    ]


def test_a_date_of_its_own_comes_first_and_the_option_last() -> None:
    dated = json.dumps({"text": RIGHT, "title": "Geld (2025-03-13)", "date": "2025-03-12"})
    bare = json.dumps({"text": RIGHT, "id": "a 7 (2005) story"})
    found = list(articles(iter([dated, bare]), "de", "2001-01-01"))
    assert [article.date for article in found] == ["2025-03-12", "2001-01-01"]
    assert [article.language for article in found] == ["de", "de"]


def test_loud_findings_are_shown_and_all_are_counted() -> None:
    out = io.StringIO()
    both = [
        Article("right", RIGHT, "2025-03-13", "de"),
        Article("wrong", WRONG, "2025-03-13", "de"),
    ]
    report(iter(both), out, select=(), quiet=True)
    shown = out.getvalue()
    assert shown.startswith("error FC201 mismatch | wrong\n")
    assert "5,3 Millionen Euro" in shown
    assert "| right" not in shown
    assert "2 articles" in shown
    assert "  FC201 mismatch    error         1\n" in shown
    assert "  FC201 supported   info          1\n" in shown


def test_notes_are_shown_when_asked_for() -> None:
    out = io.StringIO()
    report(iter([Article("right", RIGHT, "2025-03-13", "de")]), out, select=["FC201"], quiet=False)
    assert "info FC201 supported | right\n" in out.getvalue()


def test_a_file_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text(json.dumps({"text": WRONG}) + "\n", "utf-8")
    main([str(file), "--language", "de", "--date", "2025-03-13", "--select", "FC201"])
    assert "1 articles" in capsys.readouterr().out
