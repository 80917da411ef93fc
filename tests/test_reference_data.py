"""The rows that we ship: coherent, sourced, in one form, and equal to the published sizes."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest

from factcheck.reference.builders import COLUMNS, office_parts
from factcheck.reference.canonical import canonical
from factcheck.reference.first_names import load_first_names
from factcheck.reference.rows import Member, Office
from factcheck.reference.tables import Tables, data_folder, load_tables

FOLDER = data_folder()
CSVS = sorted(path.name for path in FOLDER.glob("*.csv"))
PRIVATE = ("/work/", "/root/", "own knowledge", "from memory", "retrieved via search")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load_tables()


def test_every_table_loads_and_has_rows(tables: Tables) -> None:
    assert set(CSVS) <= set(COLUMNS)
    loaded = {
        "concepts.csv": tables.concepts,
        "office_holders.csv": tables.offices,
        "groups.csv": tables.groups,
        "figures.csv": tables.figures,
        "events.csv": tables.events,
        "currencies.csv": tables.currencies,
        "units.csv": tables.units,
        "first_names.csv": tables.first_names,
    }
    assert [name for name in COLUMNS if not loaded[name]] == []


@pytest.mark.parametrize("name", CSVS)
def test_files_are_in_the_canonical_form(name: str) -> None:
    path = FOLDER / name
    assert path.read_bytes() == canonical(path).encode(), (
        f"{name} is not in its one form (order, blanks, line ends); run: "
        f"python -m factcheck.reference.canonical reference_data/{name}"
    )


@pytest.mark.parametrize("name", CSVS)
def test_no_file_speaks_of_a_machine_or_rests_on_memory(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert [word for word in PRIVATE if word in text] == []


# Sizes as published: NATO, EU, euro area, Schengen, OECD and the press on the days of change.
@pytest.mark.parametrize(
    ("group", "day", "size"),
    [
        ("NATO", date(1949, 8, 24), 12),
        ("NATO", date(2016, 12, 31), 28),
        ("NATO", date(2018, 1, 1), 29),
        ("NATO", date(2021, 1, 1), 30),
        ("NATO", date(2023, 4, 3), 30),
        ("NATO", date(2023, 4, 4), 31),
        ("NATO", date(2024, 3, 6), 31),
        ("NATO", date(2024, 3, 7), 32),
        ("EU", date(1958, 1, 1), 6),
        ("EU", date(2013, 6, 30), 27),
        ("EU", date(2013, 7, 1), 28),
        ("EU", date(2020, 1, 31), 28),
        ("EU", date(2020, 2, 1), 27),
        ("EU", date(2025, 3, 13), 27),
        ("euro-area", date(2014, 12, 31), 18),
        ("euro-area", date(2015, 1, 1), 19),
        ("euro-area", date(2022, 12, 31), 19),
        ("euro-area", date(2023, 1, 1), 20),
        ("euro-area", date(2025, 12, 31), 20),
        ("euro-area", date(2026, 1, 1), 21),
        ("schengen-area", date(2024, 3, 30), 27),
        ("schengen-area", date(2024, 3, 31), 29),
        ("OECD", date(2021, 5, 24), 37),
        ("OECD", date(2021, 5, 25), 38),
        ("G7", date(2014, 3, 24), 7),
        ("BRICS", date(2025, 6, 1), 10),
        ("un-security-council-permanent", date(2025, 1, 1), 5),
    ],
)
def test_groups_have_their_published_size(tables: Tables, group: str, day: date, size: int) -> None:
    members = tables.members(group, day)
    assert len(members) == size
    assert tables.doubtful_members(group, day) == ()


def test_a_start_known_to_the_year_leaves_the_size_open_in_that_year(tables: Tables) -> None:
    day = date(2017, 3, 1)
    assert len(tables.members("NATO", day)) == 28
    assert [row.member for row in tables.doubtful_members("NATO", day)] == ["ME"]


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("FR:defence-minister", date(2025, 3, 13), "Sébastien Lecornu"),
        ("DE:defence-minister", date(2025, 3, 13), "Boris Pistorius"),
        ("GB:defence-minister", date(2025, 3, 13), "John Healey"),
        ("IT:defence-minister", date(2025, 3, 13), "Guido Crosetto"),
        ("PL:defence-minister", date(2025, 3, 13), "Władysław Kosiniak-Kamysz"),
        ("EU:high-representative", date(2025, 12, 1), "Kaja Kallas"),
        ("NL:defence-minister", date(2025, 12, 1), "Ruben Brekelmans"),
        ("UA:defence-minister", date(2025, 12, 1), "Denys Shmyhal"),
        ("DE:head-of-government", date(2015, 9, 4), "Angela Merkel"),
        ("DE:president", date(2013, 1, 1), "Joachim Gauck"),
        ("GB:monarch", date(2000, 1, 1), "Elizabeth II"),
        ("US:president", date(2010, 6, 1), "Barack Obama"),
        ("NATO:secretary-general", date(2014, 10, 2), "Jens Stoltenberg"),
        ("ECB:president", date(2015, 1, 1), "Mario Draghi"),
        ("EU:commission-president", date(2019, 11, 29), "Jean-Claude Juncker"),
    ],
)
def test_well_known_holders_are_found_on_a_day(
    tables: Tables, office: str, day: date, person: str
) -> None:
    holders = [
        row.person
        for row in tables.offices_by_id[office]
        if row.valid_from.first <= day and (row.valid_to is None or day <= row.valid_to.last)
    ]
    assert holders == [person]


def test_both_holders_stand_on_the_day_of_a_change(tables: Tables) -> None:
    day = date(2025, 5, 6)
    holders = [
        row.person
        for row in tables.offices_by_id["DE:head-of-government"]
        if row.valid_from.last <= day and (row.valid_to is None or day <= row.valid_to.first)
    ]
    assert holders == ["Olaf Scholz", "Friedrich Merz"]


def test_every_office_and_group_has_words_in_both_languages(tables: Tables) -> None:
    words = {(concept.concept, concept.language) for concept in tables.concepts}
    needed = {part for office in tables.offices_by_id for part in office_parts(office)}
    needed |= {row.group for row in tables.groups} | {row.member for row in tables.groups}
    assert sorted(part for part in needed if not {(part, "de"), (part, "en")} <= words) == []


def test_titles_that_name_a_body_name_a_known_one(tables: Tables) -> None:
    bodies = {concept.partition(":")[0] for concept in tables.concept_ids if ":" in concept}
    assert bodies <= tables.concept_ids


def test_german_titles_of_an_office_come_in_both_genders(tables: Tables) -> None:
    titles = [row for row in tables.concepts if row.language == "de"]
    masculine = {row.concept for row in titles if row.form == "masculine"}
    feminine = {row.concept for row in titles if row.form == "feminine"}
    assert masculine - feminine == {"IE:head-of-government", "JP:monarch"}


def test_no_term_stands_twice_for_one_concept_in_two_spellings_of_case(tables: Tables) -> None:
    counted = Counter(
        (row.concept, row.language, row.form, row.term.casefold()) for row in tables.concepts
    )
    assert [key for key, count in counted.items() if count > 1] == []


def test_a_person_has_one_gender(tables: Tables) -> None:
    genders: dict[str, set[str]] = {}
    for row in tables.offices:
        genders.setdefault(row.person, set()).add(row.gender)
    assert {person for person, known in genders.items() if len(known) > 1} == set()


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("jürgen", "m"),
        ("juergen", "m"),
        ("heike", "f"),
        ("jörg", "m"),
        ("sebastien", "m"),
        ("andrea", ""),
        ("margaret", "f"),
    ],
)
def test_first_names_have_their_gender(tables: Tables, name: str, gender: str) -> None:
    assert load_first_names(tables)[name] == gender


@pytest.mark.parametrize("word", ["berlin", "montag", "june", "paris", "der", "the", "tor"])
def test_words_that_are_mostly_something_else_are_no_first_names(tables: Tables, word: str) -> None:
    assert word not in load_first_names(tables)


def test_a_row_was_looked_at_after_it_began_and_a_closed_one_after_it_ended(
    tables: Tables,
) -> None:
    announced = timedelta(days=7)  # a change is announced some days ahead
    rows: list[Office | Member] = [*tables.offices, *tables.groups]
    early = [
        row.row
        for row in rows
        if row.checked_on.last + announced < (row.valid_to or row.valid_from).first
    ]
    assert early == []


def test_the_data_package_describes_every_table() -> None:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    resources = {item["path"]: item for item in package["resources"] if "schema" in item}
    for name, columns in COLUMNS.items():
        fields = resources[name]["schema"]["fields"]
        assert tuple(field["name"] for field in fields) == columns
        assert all(field["type"] and field["description"] for field in fields)
    rates = {item["name"]: item["path"] for item in package["resources"] if "schema" not in item}
    assert set(rates) == {"rates", "rates_nbp"}
    for folder, paths in rates.items():
        assert paths == sorted(f"{folder}/{path.name}" for path in (FOLDER / folder).glob("*.csv"))
