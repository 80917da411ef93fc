"""What must be said of real articles, of the same with one thing changed, and of correct variants.

The real articles stand beside the checkout, and their tests are skipped where they do not; the same
changes are always made in the project's own articles.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factcheck.cli import main
from factcheck.config import Settings
from factcheck.pipeline import check_path

Found = dict[str, Any]

PARIS, BRUSSELS = "paris", "brussels"
OWN = {PARIS: "paris_talks_de.txt", BRUSSELS: "brussels_meeting_en.txt"}
REAL = {PARIS: "000_5e30e97b5d290fc5.txt", BRUSSELS: "002_fcc3dd1e138ac88e.txt"}
REAL_OPTIONS = {PARIS: ("--date", "2025-03-13"), BRUSSELS: ()}


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed in an article, and what must then be said: None for nothing.

    `before` and `after` are read in order; `code` and `claim` (its text) are the finding's, `told`
    are words of its message, calculation and suggestion.
    """

    id: str
    article: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    code: str | None = None
    claim: str = ""
    told: tuple[str, ...] = ()


OWN_CHANGES = [
    Change(
        "another amount", PARIS, ("5,3 Milliarden Euro",), ("6,9 Milliarden Euro",),
        "FC201", "6,9 Milliarden Euro", ("5,248 Milliarden bis 5,458 Milliarden Euro",),
    ),
    Change(
        "million for Milliarde", PARIS, ("5,3 Milliarden Euro",), ("5,3 Millionen Euro",),
        "FC201", "5,3 Millionen Euro", ("Mal 1000", "5,3 Milliarden Euro"),
    ),
    Change(
        "a country is missing", PARIS, (", Italien und Polen -",), (" und Italien -",),
        "FC101", "fünf größten Militärmächte", ("angekündigt 5", "aufgezählt 4"),
    ),
    Change(
        "a minister becomes president", PARIS,
        ("französische Verteidigungsminister Sébastien",), ("französische Präsident Sébastien",),
        "FC402", "Präsident Sébastien Lecornu", ("Emmanuel Macron",),
    ),
    Change(
        "a wrong weekday", PARIS, ("Dienstag, 11. März 2025",), ("Mittwoch, 11. März 2025",),
        "FC301", "Mittwoch, 11. März 2025", ("ist ein Dienstag",),
    ),
    Change(
        "one member too many", PARIS, ("alle 27 EU-Staaten",), ("alle 28 EU-Staaten",),
        "FC403", "28 EU-Staaten", ("27",),
    ),
    Change(
        "transposed digits", BRUSSELS, ("over €187 billion",), ("over €178 billion",),
        "FC401", "over €178 billion", ("two digits transposed", "€187 billion"),
    ),
    Change(
        "million for billion", BRUSSELS, ("over €187 billion",), ("over €187 million",),
        "FC401", "over €187 million", ("Times 1000", "€187 billion"),
    ),
    Change(
        "a weekday in the dateline", BRUSSELS,
        ("Brussels, 1 December 2025 -",), ("Brussels, Tuesday, 1 December 2025 -",),
        "FC301", "Tuesday, 1 December 2025", ("Monday", "Tuesday, 2 December 2025"),
    ),
    Change(
        "rounded up", PARIS, ("Pfund (5,3 Milliarden Euro)",), ("Pfund (5,4 Milliarden Euro)",)
    ),
    Change(
        "a bound for both amounts", PARIS,
        ("1,6 Milliarden Pfund (2 Milliarden Dollar)",),
        ("über 100 Millionen Euro (108 Millionen Dollar)",),
    ),
    Change(
        "a list of some", PARIS,
        ("34 Militärchefs zusammengekommen, darunter Gäste aus Japan und Australien.",),
        ("34 Militärchefs zusammengekommen. Zwölf Länder - darunter Japan und Polen - blieben.",),
    ),
    Change(
        "a conversion then", PARIS,
        ("Im Juni 2015 hätten 4,5 Milliarden Pfund noch rund 6,3 Milliarden Euro ergeben.",),
        ("Im Juni 2015 waren 4,5 Milliarden Pfund (damals 6,3 Milliarden Euro) viel Geld.",),
    ),
    Change(
        "a conversion then, without its year", PARIS,
        ("Im Juni 2015 hätten 4,5 Milliarden Pfund noch rund 6,3 Milliarden Euro ergeben.",),
        ("Eine Brücke hatte 2 Milliarden Pfund (damals 2,8 Milliarden Euro) gekostet.",),
    ),
    Change(
        "the former minister", PARIS, ("deutsche Verteidigungsminister Boris Pistorius",),
        ("frühere deutsche Verteidigungsministerin Christine Lambrecht",),
    ),
    Change(
        "the former president", BRUSSELS, ("French President Emmanuel Macron",),
        ("former French President François Hollande",),
    ),
    Change(
        "the coming chancellor", PARIS, ("Der künftige Bundeskanzler Friedrich Merz",),
        ("Der designierte deutsche Bundeskanzler Friedrich Merz",),
    ),
]  # fmt: skip

REAL_CHANGES = [
    Change(
        "another amount", PARIS, ("5,3 Milliarden Euro",), ("6,9 Milliarden Euro",),
        "FC201", "6,9 Milliarden Euro", ("5,248 Milliarden bis 5,458 Milliarden Euro",),
    ),
    Change(
        "million for Milliarde", PARIS, ("5,3 Milliarden Euro",), ("5,3 Millionen Euro",),
        "FC201", "5,3 Millionen Euro", ("Mal 1000", "5,3 Milliarden Euro"),
    ),
    Change(
        "a country is missing", PARIS, (", Italien und Polen -",), (" und Italien -",),
        "FC101", "fünf größten europäischen Militärnationen", ("angekündigt 5", "aufgezählt 4"),
    ),
    Change(
        "a minister becomes president", PARIS,
        ("Verteidigungsminister Sébastien Lecornu",), ("Präsident Sébastien Lecornu",),
        "FC402", "Präsident Sébastien Lecornu", ("Emmanuel Macron",),
    ),
    Change(
        "transposed digits", BRUSSELS, ("über 187 Milliarden",), ("über 178 Milliarden",),
        "FC401", "über 178 Milliarden EUR", ("vertauschten Ziffern", "187 Milliarden Euro"),
    ),
    Change(
        "million for Milliarde, of the total", BRUSSELS,
        ("187 Milliarden",), ("187 Millionen",),
        "FC401", "über 187 Millionen EUR", ("Mal 1000", "187 Milliarden Euro"),
    ),
    Change(
        "a weekday in the dateline", BRUSSELS,
        ("1. Dezember 2025",), ("Dienstag, 1. Dezember 2025",),
        "FC301", "Dienstag, 1. Dezember 2025", ("ist ein Montag",),
    ),
    Change("rounded up", PARIS, ("(5,3 Milliarden Euro)",), ("(5,4 Milliarden Euro)",)),
    Change(
        "rounded more coarsely than its original", PARIS,
        ("4,5 Milliarden Pfund (5,3 Milliarden Euro) an Hilfe für 2025 zugesagt",),
        ("für 1,6 Milliarden Pfund (2 Milliarden Dollar) Raketen bestellt",),
    ),
    Change(
        "a bound for both amounts", PARIS,
        ("4,5 Milliarden Pfund (5,3 Milliarden Euro) an Hilfe für 2025 zugesagt",),
        ("über 100 Millionen Euro (108 Millionen Dollar) an Zinsen gezahlt",),
    ),
    Change(
        "a list of some", PARIS,
        ("Frankreich, Deutschland, Großbritannien, Italien und Polen -",),
        ("darunter Frankreich, Deutschland und Polen -",),
    ),
    Change(
        "a conversion then", PARIS,
        ("4,5 Milliarden Pfund (5,3 Milliarden Euro) an Hilfe für 2025 zugesagt",),
        ("im Jahr 2015 insgesamt 4,5 Milliarden Pfund (damals 6,3 Milliarden Euro) ausgegeben",),
    ),
    Change(
        "the former minister", PARIS, ("Der deutsche Verteidigungsminister Boris Pistorius",),
        ("Die frühere deutsche Verteidigungsministerin Christine Lambrecht",),
    ),
    Change(
        "the coming chancellor", PARIS, ("Der deutsche Verteidigungsminister Boris Pistorius",),
        ("Der künftige deutsche Bundeskanzler Friedrich Merz",),
    ),
]  # fmt: skip


def changed(text: str, change: Change) -> str:
    for before, after in zip(change.before, change.after, strict=True):
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def run(path: Path, *options: str) -> Result:
    result = CliRunner().invoke(main, ["check", str(path), "--format", "json", *options])
    assert result.stderr == ""
    return result


def findings(result: Result) -> list[Found]:
    return list(json.loads(result.stdout)["documents"][0]["findings"])


def loud(result: Result) -> list[Found]:
    return [
        found
        for found in findings(result)
        if found["severity"] != "info" or found["verdict"] in {"mismatch", "outdated"}
    ]


def supported(result: Result) -> list[tuple[str, str]]:
    return [
        (found["code"], found["spans"][0]["text"])
        for found in findings(result)
        if found["verdict"] == "supported"
    ]


def judge(path: Path, text: str, change: Change, options: tuple[str, ...]) -> None:
    path.write_text(changed(text, change), "utf-8")
    result = run(path, *options)
    found = loud(result)
    if change.code is None:
        assert [each["message"] for each in found] == []
        assert result.exit_code == 0
        return
    assert [each["code"] for each in found] == [change.code]
    assert (found[0]["verdict"], found[0]["severity"]) == ("mismatch", "error")
    assert change.claim in found[0]["spans"][0]["text"]
    parts = [found[0][part] or "" for part in ("message", "calculation", "suggestion")]
    assert [words for words in change.told if words not in " ".join(parts)] == []
    assert result.exit_code == 1


@pytest.mark.parametrize("change", OWN_CHANGES, ids=lambda change: change.id)
def test_own_article_with_one_thing_changed(change: Change, root: Path, tmp_path: Path) -> None:
    text = (root / "seeds" / OWN[change.article]).read_text("utf-8")
    judge(tmp_path / "article.txt", text, change, ())


@pytest.mark.parametrize("change", REAL_CHANGES, ids=lambda change: change.id)
def test_real_article_with_one_thing_changed(change: Change, shared: Path, tmp_path: Path) -> None:
    text = (shared / "seeds" / REAL[change.article]).read_text("utf-8")
    judge(tmp_path / "article.txt", text, change, REAL_OPTIONS[change.article])


@pytest.mark.parametrize("name", OWN.values())
def test_own_article_passes(name: str, root: Path) -> None:
    result = run(root / "seeds" / name)
    assert (result.exit_code, loud(result)) == (0, [])


def test_real_article_of_paris(shared: Path) -> None:
    result = run(shared / "seeds" / REAL[PARIS], "--date", "2025-03-13")
    assert (result.exit_code, loud(result)) == (0, [])
    confirmed = supported(result)
    for expected in [
        ("FC101", "fünf größten europäischen Militärnationen"),
        ("FC101", "zwei unmittelbare Sicherheitsprioritäten"),
        ("FC201", "5,3 Milliarden Euro"),
        ("FC401", "4,5 Milliarden Pfund"),
        ("FC401", "30-tägiges"),
        ("FC401", "34 Militärchefs"),
        ("FC401", "15 Länder"),
        ("FC402", "Der französische Verteidigungsminister Sébastien Lecornu"),
        ("FC402", "russischen Präsidenten Wladimir Putin"),
        ("FC402", "Der deutsche Verteidigungsminister Boris Pistorius"),
        ("FC402", "Sein italienischer Amtskollege, Guido Crosetto"),
    ]:
        assert expected in confirmed
    conversion = next(found for found in findings(result) if found["code"] == "FC201")
    for part in ("4,45 Milliarden", "4,55 Milliarden", "5,25 Milliarden", "5,35 Milliarden"):
        assert part in conversion["calculation"]
    assert "1,1852" in conversion["evidence"][0]["text"]
    assert "1,1936" in conversion["evidence"][0]["text"]


def test_real_article_of_brussels(shared: Path) -> None:
    result = run(shared / "seeds" / REAL[BRUSSELS])
    assert (result.exit_code, loud(result)) == (0, [])
    document = json.loads(result.stdout)["documents"][0]
    assert (document["date"], document["date_from"]) == ("2025-12-01", "dateline")
    confirmed = supported(result)
    assert ("FC401", "über 187 Milliarden EUR") in confirmed
    assert any(code == "FC402" and text.endswith("Kaja Kallas") for code, text in confirmed)


def no_date_from(path: Path, text: str, day: str, impossible: str) -> None:
    assert text.count(day) == 1
    path.write_text(text.replace(day, impossible), "utf-8")
    result = run(path)
    assert result.exit_code == 1
    assert [(each["code"], each["spans"][0]["text"]) for each in loud(result)] == [
        ("FC302", impossible)
    ]
    document = json.loads(result.stdout)["documents"][0]
    assert (document["date"], document["date_from"]) == (None, "unknown")
    notes = check_path(path, Settings()).notes
    assert [words in note for words, note in zip((impossible, "--date"), notes, strict=True)] == [
        True,
        True,
    ]
    shown = " ".join(CliRunner().invoke(main, ["check", str(path)]).stdout.split())
    assert [note for note in notes if note not in shown] == []


def test_own_dateline_that_is_no_day_gives_no_date(root: Path, tmp_path: Path) -> None:
    text = (root / "seeds" / OWN[BRUSSELS]).read_text("utf-8")
    text = text.replace("Monday, 1 December 2025", "Monday")
    no_date_from(tmp_path / "article.txt", text, "1 December 2025", "31 November 2025")


def test_real_dateline_that_is_no_day_gives_no_date(shared: Path, tmp_path: Path) -> None:
    text = (shared / "seeds" / REAL[BRUSSELS]).read_text("utf-8")
    no_date_from(tmp_path / "article.txt", text, "1. Dezember 2025", "31. November 2025")


LONG_AFTER = ["2097-12-01", "2099-03-13"]


@pytest.mark.parametrize("day", LONG_AFTER)
def test_own_article_long_after_the_newest_row(day: str, root: Path) -> None:
    result = run(root / "seeds" / OWN[BRUSSELS], "--date", day)
    assert [each["message"] for each in loud(result)] == []
    assert result.exit_code == 0


@pytest.mark.parametrize("day", LONG_AFTER)
def test_only_a_total_with_newer_rows_is_outdated_long_after(day: str, root: Path) -> None:
    result = run(root / "seeds" / OWN[PARIS], "--date", day)
    assert [(each["code"], each["verdict"], each["spans"][0]["text"]) for each in loud(result)] == [
        ("FC401", "outdated", "über 135 Milliarden Euro")
    ]
    assert result.exit_code == 0


@pytest.mark.parametrize("name", REAL.values())
@pytest.mark.parametrize("day", ["2027-03-13", *LONG_AFTER])
def test_real_article_long_after_the_newest_row(name: str, day: str, shared: Path) -> None:
    result = run(shared / "seeds" / name, "--date", day)
    assert [each["message"] for each in loud(result)] == []
    assert result.exit_code == 0


@pytest.mark.parametrize("person", ["Olaf Scholz", "Friedrich Merz"])
def test_both_chancellors_on_the_day_of_the_handover(person: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"Berlin, 6. Mai 2025 - Bundeskanzler {person} sprach im Bundestag.\n", "utf-8")
    result = run(path)
    assert (result.exit_code, loud(result)) == (0, [])
    assert supported(result) == [("FC402", f"Bundeskanzler {person}")]
