"""The loader: what it reads, what it refuses and in which words."""

import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.reference import canonical
from factcheck.reference.builders import COLUMNS
from factcheck.reference.dates import Days, parse_days
from factcheck.reference.tables import Tables, data_folder, load_tables

ORIGIN = "Gazette,https://example.org,fact,2025-06-01,"
ROWS = {
    "concepts.csv": [
        "FR,de,Frankreich,name",
        "FR,en,France,name",
        "DE,de,Deutschland,name",
        "defence-minister,en,defence minister,name",
        "vice-president,en,vice president,name",
        "NATO,en,NATO,name",
        "support,en,support,name",
        "country,en,country,name",
    ],
    "office_holders.csv": [
        f"FR:defence-minister,Ann Able,f,Able|A. Able,2020-05-01,2022-05,,{ORIGIN}",
        f"FR:defence-minister,Ben Best,m,,2022-05-20,2025-03-01,yes,{ORIGIN}caretaker",
        f"FR:defence-minister,Cy Cole,,,2025-03-01,,,{ORIGIN}",
        f"FR:vice-president,Di Dare,f,,2020,,,{ORIGIN}",
        f"FR:vice-president,Ed Earl,m,,2020,,,{ORIGIN}",
    ],
    "groups.csv": [
        f"NATO,FR,1949-04-04,,{ORIGIN}",
        f"NATO,DE,1955,2020-01-31,{ORIGIN}",
        f"NATO,DE,2021,,{ORIGIN}",
    ],
    "figures.csv": [
        "s1,support,FR,kind=military|to=UA,4.5..5,over,EUR,2024,2025-01,pledged,," + ORIGIN,
        "s2,support,FR,,6,,country,2024,2025-02-01,,s1," + ORIGIN,
    ],
    "events.csv": [f"summit,2025-06-24,2025-06-25,{ORIGIN}"],
    "currencies.csv": [
        f"EUR,1999-01-01,,,,100,{ORIGIN}",
        f"DEM,,2002,1.95583,1999-01-01,100,{ORIGIN}",
    ],
    "units.csv": [
        "kelvin,temperature,1,,,SI,",
        "fahrenheit,temperature,5/9,459.67,kelvin,NIST,note",
    ],
}
READ: dict[str, Callable[[Tables], object]] = {
    "concepts.csv": lambda tables: tables.concepts,
    "office_holders.csv": lambda tables: tables.offices,
    "groups.csv": lambda tables: tables.groups,
    "figures.csv": lambda tables: tables.figures,
    "events.csv": lambda tables: tables.events,
    "currencies.csv": lambda tables: tables.currencies,
    "units.csv": lambda tables: tables.units,
}


def write(folder: Path, name: str, rows: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    text = "\n".join([",".join(COLUMNS[name]), *rows, ""])
    (folder / name).write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in ROWS.items():
        write(tmp_path / "ours", name, rows)
    return tmp_path / "ours"


def fault(folder: Path, name: str) -> str:
    with pytest.raises(FactcheckError) as caught:
        READ[name](Tables((folder,)))
    return str(caught.value)


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-03-13", date(2025, 3, 13), date(2025, 3, 13)),
    ],
)
def test_a_date_is_read_to_the_precision_it_is_written_in(
    text: str, first: date, last: date
) -> None:
    assert parse_days(text) == Days(first, last, text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_as_itself_and_lies_in_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    assert parse_days(text) == Days(day, day, text)
    for coarse in (parse_days(text[:7]), parse_days(text[:4])):
        assert coarse.first <= day <= coarse.last


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-13",
        "2025-02-30",
        "2025-00",
        "0000",
        "25",
        "2025-3-1",
        "13.03.2025",
        "2025-03-13 ",
        "२०२५",
    ],
)
def test_an_impossible_or_malformed_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"):
        parse_days(text)


# ------------------------------------------------------------------ reading


def test_offices_are_read_whole_and_in_the_order_of_their_start(folder: Path) -> None:
    holders = Tables((folder,)).offices_by_id["FR:defence-minister"]
    assert [holder.person for holder in holders] == ["Ann Able", "Ben Best", "Cy Cole"]
    able, best, cole = holders
    assert able.aliases == ("Able", "A. Able")
    assert able.valid_to == parse_days("2022-05")
    assert (able.acting, best.acting, best.note) == (False, True, "caretaker")
    assert (cole.valid_to, cole.gender, cole.checked_on.text) == (None, "", "2025-06-01")
    assert able.row == "office_holders.csv:FR:defence-minister/2020-05-01"
    assert (able.source, able.url, able.licence) == ("Gazette", "https://example.org", "fact")


def test_an_office_that_several_people_hold_may_overlap(folder: Path) -> None:
    rows = Tables((folder,)).offices_by_id["FR:vice-president"]
    assert [row.row.rsplit("/", 1)[1] for row in rows] == ["Di Dare", "Ed Earl"]


def test_members_are_those_that_are_certain_on_the_day(folder: Path) -> None:
    tables = Tables((folder,))

    def on(year: int, month: int, day: int) -> tuple[list[str], list[str]]:
        when = date(year, month, day)
        return (
            [row.member for row in tables.members("NATO", when)],
            [row.member for row in tables.doubtful_members("NATO", when)],
        )

    assert on(1954, 12, 31) == (["FR"], [])
    assert on(1955, 6, 1) == (["FR"], ["DE"])
    assert on(1955, 12, 31) == (["FR", "DE"], [])
    assert on(2020, 1, 31) == (["FR", "DE"], [])
    assert on(2020, 2, 1) == (["FR"], [])
    assert on(2026, 1, 1) == (["FR", "DE"], [])
    assert tables.members("EU", date(2026, 1, 1)) == ()


def test_figures_keep_ranges_hedges_and_qualifiers(folder: Path) -> None:
    tables = Tables((folder,))
    first, second = tables.figures_by_concept["support"]
    assert (first.low, first.high, first.value_text) == (Decimal("4.5"), Decimal(5), "4.5..5")
    assert first.qualifiers == (("kind", "military"), ("to", "UA"))
    assert (first.hedge, first.unit, first.as_of.text) == ("over", "EUR", "2025-01")
    assert (second.low, second.high, second.unit) == (Decimal(6), Decimal(6), "country")
    assert (second.supersedes, second.row) == ("s1", "figures.csv:s2")


def test_events_currencies_and_units_are_read_exactly(folder: Path) -> None:
    tables = Tables((folder,))
    (event,) = tables.events
    assert event.end_date == parse_days("2025-06-25")
    mark = tables.currencies["DEM"]
    assert (mark.fixed_euro_rate, mark.minor_unit) == (Decimal("1.95583"), 100)
    assert (mark.valid_from, mark.fixed_from) == (None, parse_days("1999-01-01"))
    unit = tables.units["fahrenheit"]
    assert (unit.factor, unit.offset) == (Fraction(5, 9), Fraction("459.67"))
    assert tables.units["kelvin"].offset == 0
    assert unit.confusable_with == ("kelvin",)


def test_a_mark_at_the_start_quotation_marks_and_blank_lines_are_read(folder: Path) -> None:
    text = 'term,concept,form,language\r\n\r\n"Foreign, Commonwealth",FR, name ,en\r\n'
    (folder / "concepts.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (concept,) = Tables((folder,)).concepts
    assert (concept.term, concept.form) == ("Foreign, Commonwealth", "name")


def test_a_table_is_read_when_it_is_asked_for(folder: Path) -> None:
    write(folder, "groups.csv", ["broken"])
    tables = Tables((folder,))
    assert tables.offices is tables.offices
    assert "fields" in fault(folder, "groups.csv")


# ------------------------------------------------------------------ a house's own tables


def test_rows_of_a_house_are_added_and_replace_ours_with_the_same_key(
    folder: Path, tmp_path: Path
) -> None:
    house = tmp_path / "house"
    write(
        house,
        "office_holders.csv",
        [
            f"FR:defence-minister,Cy Cole,m,,2025-03-01,2026-05-01,,{ORIGIN}closed by us",
            f"FR:defence-minister,Fay Ford,f,,2026-05-01,,,{ORIGIN}",
        ],
    )
    (house / "notes.csv").write_text("anything", encoding="utf-8")
    rows = Tables((folder, house)).offices_by_id["FR:defence-minister"]
    assert [row.person for row in rows] == ["Ann Able", "Ben Best", "Cy Cole", "Fay Ford"]
    assert rows[2].note == "closed by us"


def test_a_house_may_name_its_figures_in_plain_words_but_we_may_not(
    folder: Path, tmp_path: Path
) -> None:
    row = "own,library loans,our town,,120,,,2024,2025,,," + ORIGIN
    write(tmp_path / "house", "figures.csv", [row])
    figures = Tables((folder, tmp_path / "house")).figures
    assert figures[-1].concept == "library loans"
    write(folder, "figures.csv", [row])
    assert '"library loans" is no concept' in fault(folder, "figures.csv")


def test_a_message_about_a_house_file_says_where_it_is(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "house", "events.csv", [f"summit,2025-02-30,,{ORIGIN}"])
    with pytest.raises(FactcheckError, match=r"house.events\.csv, row 2, date: "):
        _ = Tables((folder, tmp_path / "house")).events


def test_tables_are_loaded_once_until_a_file_changes(tmp_path: Path) -> None:
    house = tmp_path / "house"
    write(house, "events.csv", ROWS["events.csv"])
    first = load_tables([house])
    assert load_tables([house]) is first
    assert first.folders == (data_folder(), house)
    write(house, "events.csv", [])
    os.utime(house / "events.csv", ns=(1, 1))
    assert load_tables([house]) is not first


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"there is no folder .*nowhere"):
        load_tables([tmp_path / "nowhere"])


# ------------------------------------------------------------------ refusals


def minister(person: str, start: str, end: str = "", origin: str = ORIGIN) -> str:
    return f"FR:defence-minister,{person},m,,{start},{end},,{origin}"


@pytest.mark.parametrize(
    ("name", "rows", "message"),
    [
        (
            "office_holders.csv",
            [minister("Ann", "2025-13-40")],
            (
                'office_holders.csv, row 2, valid_from: "2025-13-40" is not a date; '
                "write YYYY, YYYY-MM or YYYY-MM-DD"
            ),
        ),
        ("office_holders.csv", [minister("Ann", "")], "row 2, valid_from: is empty; fill it in"),
        (
            "office_holders.csv",
            [minister("Ann", "2025", "2024-12-31")],
            'row 2, valid_to: "2024-12-31" is before valid_from 2025',
        ),
        (
            "office_holders.csv",
            [minister("Ann", "2025", origin=",,,2025,")],
            "row 2, source: is empty",
        ),
        (
            "office_holders.csv",
            [minister("Ann", "2025", origin="G,,,,")],
            "row 2, checked_on: is empt",
        ),
        ("office_holders.csv", [minister("", "2025")], "row 2, person: is empty"),
        (
            "office_holders.csv",
            [f"FR,Ann,m,,2025,,,{ORIGIN}"],
            'row 2, office: "FR" is not an office',
        ),
        (
            "office_holders.csv",
            [f"FR:president,Ann,m,,2025,,,{ORIGIN}"],
            'row 2, office: "president" is no concept; add its names to concepts.csv',
        ),
        (
            "office_holders.csv",
            [f"XX:defence-minister,Ann,m,,2025,,,{ORIGIN}"],
            '"XX" is no concept',
        ),
        (
            "office_holders.csv",
            [f"FR:defence-minister,Ann,x,,2025,,,{ORIGIN}"],
            'row 2, gender: "x" is not known; write one of nothing, "f", "m"',
        ),
        ("office_holders.csv", [f"FR:defence-minister,Ann,m,,2025,,no,{ORIGIN}"], "row 2, acting"),
        (
            "office_holders.csv",
            [minister("Ann", "2025"), minister("Ann", "2025")],
            'row 3, office: "FR:defence-minister/2025" stands in row 2 already',
        ),
        (
            "office_holders.csv",
            [minister("Ann", "2024-01-01", "2025-01-03"), minister("Ben", "2025-01-02")],
            'row 3, valid_from: "2025-01-02" is before the end 2025-01-03 of Ann',
        ),
        (
            "office_holders.csv",
            [minister("Ben", "2025-01-02"), minister("Ann", "2024-01-01")],
            "row 2, valid_from: Ann has no valid_to in FR:defence-minister/2024-01-01 although Ben",
        ),
        (
            "office_holders.csv",
            [
                minister("Ann", "2020", "2024-06-01"),
                minister("Ben", "2021", "2022"),
                minister("Cy", "2023-05-01", "2025"),
            ],
            "row 3, valid_from",
        ),
        ("groups.csv", [f"NATO,FR,1949,,{ORIGIN}", f"NATO,FR,1950,,{ORIGIN}"], "row 3, valid_from"),
        ("groups.csv", [f"EU,FR,1949,,{ORIGIN}"], 'row 2, group: "EU" is no concept'),
        ("groups.csv", [f"NATO,XX,1949,,{ORIGIN}"], 'row 2, member: "XX" is no concept'),
        ("concepts.csv", ["FR,de,Frankreich,noun"], 'row 2, form: "noun" is not known'),
        ("concepts.csv", ["FR,deu,Frankreich,name"], 'row 2, language: "deu" is not a language'),
        ("concepts.csv", ["FR,de,Frankreich,name"] * 2, "stands in row 2 already"),
        (
            "figures.csv",
            ["s,support,FR,,1e9,,EUR,,2025,,," + ORIGIN],
            'row 2, value: "1e9" is not a number',
        ),
        ("figures.csv", ["s,support,FR,,,,EUR,,2025,,," + ORIGIN], "row 2, value: is empty"),
        (
            "figures.csv",
            ["s,support,FR,,1..,,EUR,,2025,,," + ORIGIN],
            'row 2, value: "" is not a numb',
        ),
        ("figures.csv", ["s,support,FR,,5..4,,EUR,,2025,,," + ORIGIN], "goes downwards"),
        (
            "figures.csv",
            ["s,support,FR,,5,nearly,EUR,,2025,,," + ORIGIN],
            'hedge: "nearly" is not kno',
        ),
        (
            "figures.csv",
            ["s,support,FR,,5,,parsec,,2025,,," + ORIGIN],
            'row 2, unit: "parsec" is neither a currency nor a unit nor a concept',
        ),
        ("figures.csv", ["s,support,XX,,5,,EUR,,2025,,," + ORIGIN], 'entity: "XX" is no concept'),
        ("figures.csv", ["s,support,FR,military,5,,EUR,,2025,,," + ORIGIN], "is not name=value"),
        ("figures.csv", ["s,support,FR,,5,,EUR,,,,," + ORIGIN], "row 2, as_of: is empty"),
        (
            "figures.csv",
            ["s,support,FR,,5,,EUR,,2025,,old," + ORIGIN],
            "supersedes: there is no fig",
        ),
        ("events.csv", [f"summit,2025-06-25,2025-06-24,{ORIGIN}"], "end_date"),
        ("currencies.csv", [f"euro,,,,,,{ORIGIN}"], 'code: "euro" is not an ISO 4217 code'),
        ("currencies.csv", [f"DEM,,,1.95583,,,{ORIGIN}"], "fixed_from: goes with fixed_euro_rate"),
        ("units.csv", ["inch,length,,,,SI,"], "factor: is nought or empty"),
        ("units.csv", ["inch,length,1/2/3,,,SI,"], 'factor: "1/2/3" is not a number'),
        ("units.csv", ["inch,length,1/0,,,SI,"], "factor: divides by nought"),
        ("units.csv", ["inch,length,2,,foot,SI,"], 'confusable_with: "foot" is no unit'),
    ],
)
def test_a_broken_row_is_told_with_its_place(
    folder: Path, name: str, rows: list[str], message: str
) -> None:
    write(folder, name, rows)
    assert message in fault(folder, name)


HEADER = ",".join(COLUMNS["events.csv"])
ROW = f"summit,2025-06-24,,{ORIGIN}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (HEADER.replace(",note", "") + "\n", "events.csv: column note is missing"),
        (HEADER + ",place\n", "events.csv: column place is unknown; the columns are event, date"),
        (HEADER + ",note\n", "events.csv: column note is there twice"),
        (HEADER.replace(",", ";") + "\n", "events.csv: the columns are not divided by commas"),
        ("", "events.csv: column event is missing"),
        (f"{HEADER}\n{ROW},more\n", "row 2: 9 fields where the header has 8"),
        (f"{HEADER}\n{ROW}\nsummit,2025\n", "row 3: 2 fields where the header has 8"),
        (f'{HEADER}\n{ROW}"open\n', "look for a quotation mark that is not closed or not doubled"),
    ],
)
def test_a_broken_file_is_told(folder: Path, data: str, message: str) -> None:
    (folder / "events.csv").write_bytes(data.replace('"open', '\n"open').encode())
    assert message in fault(folder, "events.csv")


def test_bytes_that_are_not_utf8_are_told_with_their_row(folder: Path) -> None:
    (folder / "events.csv").write_bytes(f"{HEADER}\n{ROW}Köln\n".encode("latin-1"))
    assert fault(folder, "events.csv") == (
        "events.csv, row 2: byte 0xf6 is not UTF-8; save the file as CSV UTF-8"
    )


# ------------------------------------------------------------------ the canonical form


def test_canonical_sorts_trims_and_quotes_only_where_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "concepts.csv"
    path.write_bytes(b'concept,language,term,form\r\n"US",en, US ,name\r\n\r\nDE,de,"A, B",name')
    canonical.main([str(path)])
    assert path.read_bytes() == b'concept,language,term,form\nDE,de,"A, B",name\nUS,en,US,name\n'
    assert capsys.readouterr().out == f"rewrote {path}\n"
    canonical.main([str(path)])
    assert capsys.readouterr().out == ""


def test_canonical_refuses_a_row_of_another_length(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("group,member\nNATO\n", encoding="utf-8")
    with pytest.raises(ValueError, match="more or fewer fields"):
        canonical.canonical(path)
