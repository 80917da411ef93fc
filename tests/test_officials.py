"""Which rows an office means, and which of several countries' offices."""

from datetime import date

import pytest

from factcheck import pipeline
from factcheck.claims import Article
from factcheck.config import Settings
from factcheck.matching.officials import body_of, in_office, in_period, meant, rows_of, title_of
from factcheck.model import Period, Span


def article(text: str) -> Article:
    return pipeline.extract(text, Settings(language="de", date=date(2025, 6, 10)))


def offices_meant(text: str) -> tuple[str, ...]:
    read = article(text)
    (role,) = [claim.role for claim in read.claims if claim.role is not None]
    return meant(read, role)


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Bundeskanzler Friedrich Merz kam.", ("DE:head-of-government",)),
        ("Bundeskanzler Christian Stocker kam.", ("AT:head-of-government",)),
        ("Außenministerin Annalena Baerbock kam.", ("DE:foreign-minister",)),
        ("Außenminister Lars Klingbeil kam.", ("DE:foreign-minister",)),
        ("Außenminister Helmut Kohl kam.", ("foreign-minister",)),
        ("Präsident Donald Trump kam.", ("president",)),
        ("US-Präsident Donald Trump kam.", ("US:president",)),
    ],
)
def test_country_of_a_title_without_one_is_the_persons(text: str, offices: tuple[str, ...]) -> None:
    assert offices_meant(text) == offices


def test_office_without_a_body_means_the_rows_of_all() -> None:
    read = article("Es regnet.")
    everybody = rows_of(read, ["foreign-minister"])
    french = rows_of(read, ["FR:foreign-minister"])
    assert set(french) < set(everybody)
    assert {row.office for row in french} == {"FR:foreign-minister"}
    assert [row.valid_from.first for row in everybody] == sorted(
        row.valid_from.first for row in everybody
    )


def test_a_row_holds_on_its_first_and_last_day_and_in_periods_that_touch_it() -> None:
    rows = rows_of(article("Es regnet."), ["DE:head-of-government"])
    (scholz,) = [row for row in rows if row.person == "Olaf Scholz"]
    first, last = date(2021, 12, 8), date(2025, 5, 6)
    assert in_office(scholz, first)
    assert in_office(scholz, last)
    assert not in_office(scholz, date(2021, 12, 7))
    assert not in_office(scholz, date(2025, 5, 7))
    nowhere = Span(0, 0, "")
    assert in_period(scholz, Period(nowhere, date(2025, 1, 1), date(2025, 12, 31), "year"))
    assert not in_period(scholz, Period(nowhere, date(2020, 1, 1), date(2020, 12, 31), "year"))


def test_parts_of_an_office() -> None:
    assert (body_of("FR:president"), title_of("FR:president")) == ("FR", "president")
    assert (body_of("president"), title_of("president")) == ("", "president")
