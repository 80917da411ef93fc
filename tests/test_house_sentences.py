"""Three tables as a newsroom gets them, guessed without a question, and sentences about them."""

from pathlib import Path

import pandas as pd
import pytest

import factcheck
from factcheck.house import added, guessed

BUDGETS = """Stadt;Ausgaben 2022 (Tsd. Euro);Ausgaben 2023 (Tsd. Euro);Schulden 2023 (Mio. Euro)
Augsburg;1.204.500;1.287.300;312,5
Würzburg;498.200;521.750;188,4
Fürth;402.900;431.100;143,7
Quelle: Landesamt
"""
SCHOOLS = """Local authority,School type,Year,Number of pupils,Pupil-teacher ratio
Camden,primary,2022/23,11204,17.9
Camden,primary,2023/24,10987,17.6
Camden,secondary,2022/23,10120,15.1
Camden,secondary,2023/24,10204,15.3
Hackney,primary,2022/23,18410,18.3
Hackney,primary,2023/24,17893,18.0
"""
VOTES = {
    "Wahlkreis": ["Nordstadt", "Altstadt", "Nordstadt", "Altstadt"],
    "Wahljahr": [2021, 2021, 2025, 2025],
    "Wahlberechtigte": [81234, 55120, 81900, 55870],
    "Wahlbeteiligung in %": [74.3, 77.2, 82.1, 84.6],
    "CDU": [24.1, 19.7, 27.3, 20.8],
    "SPD": [25.3, 21.5, 17.2, 14.4],
    "Grüne": [18.2, 29.9, 14.9, 26.1],
}
KNOWN = "2025-06-30"
ARTICLE = "2025-12-01"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    (folder / "haushalte.csv").write_bytes(BUDGETS.encode("cp1252"))
    (folder / "schools.csv").write_text(SCHOOLS, "utf-8")
    (folder / "wahl.csv").write_text(pd.DataFrame(VOTES).to_csv(index=False), "utf-8")
    for path in sorted(folder.glob("*.csv")):
        about = guessed(path, {"as_of": KNOWN})
        # Where, three rows, three sentences.
        assert len(added(path, about)) == 7
    return folder


def verdicts(house: Path, language: str, text: str) -> list[str]:
    report = factcheck.check(text, language=language, date=ARTICLE, tables=house, select=["FC4"])
    return [each.verdict for each in report.findings if each.verdict != "unclear"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Landkreis Augsburg hatte 2023 Ausgaben von 400 Millionen Euro."),
        ("de", "Die Ausgaben in Augsburg stiegen 2023 um 54 Millionen Euro."),
        ("de", "Die Ausgaben pro Kopf in Augsburg lagen 2023 bei 4.500 Euro."),
        ("de", "Die Stadt Augsburg plante für 2023 Ausgaben von 1,4 Milliarden Euro."),
        ("de", "Augsburg hatte 2023 Ausgaben von 80 Millionen Euro für Schulen."),
        ("de", "Die Ausgaben für Personal lagen in Augsburg 2023 bei 300 Millionen Euro."),
        ("de", "In Augsburg lagen die Ausgaben im ersten Quartal 2023 bei 330 Millionen Euro."),
        ("de", "Augsburg hatte 2019 Ausgaben von 1,0 Milliarden Euro."),
        ("de", "In der Altstadt lag die Wahlbeteiligung um 12 Uhr bei 41 Prozent."),
        ("de", "Die CDU kam 2025 in der Nordstadt bei den Erststimmen auf 30,1 Prozent."),
        ("de", "Die CDU kommt in der Nordstadt laut einer Umfrage auf 31 Prozent."),
        ("de", "Die SPD kam in der Nordstadt 2017 auf 28 Prozent."),
        ("de", "In der Nordstadt sind 45 Prozent der Grünen Frauen."),
        ("en", "There were 21,191 pupils in Camden in 2023/24."),
        ("en", "Camden had 3,000 private primary pupils in 2023/24."),
        ("en", "Camden had 1,200 primary pupils with special needs in 2023/24."),
        ("en", "In 2023 Camden had 9,900 primary pupils."),
        ("en", "The pupil-teacher ratio in England's secondary schools was 16.8 in 2023/24."),
    ],
)
def test_what_the_tables_do_not_tell_is_left_alone(house: Path, language: str, text: str) -> None:
    assert verdicts(house, language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ausgaben der Stadt Augsburg lagen 2023 bei 1,29 Milliarden Euro."),
        ("de", "In Fürth stiegen die Ausgaben 2023 auf 431 Millionen Euro."),
        ("de", "Würzburg hatte Ende 2023 Schulden in Höhe von 188,4 Millionen Euro."),
        ("de", "Die Würzburger Schulden betrugen im Jahr 2023 rund 190 Millionen Euro."),
        ("de", "2022 lagen Fürths Ausgaben bei 403 Millionen Euro."),
        ("de", "Die CDU kam 2025 in der Nordstadt auf 27,3 Prozent."),
        ("de", "Die Grünen erzielten 2025 in der Altstadt 26,1 Prozent."),
        ("de", "In der Altstadt gab es 2025 insgesamt 55.870 Wahlberechtigte."),
        ("en", "Camden's primary schools had 10,987 pupils in 2023/24."),
        ("en", "In Hackney the number of primary pupils fell to 17,893 in 2023/24."),
        ("en", "The pupil-teacher ratio in Camden's secondary schools was 15.3 in 2023/24."),
    ],
)
def test_normal_sentences_are_understood(house: Path, language: str, text: str) -> None:
    assert verdicts(house, language, text) == ["supported"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ausgaben der Stadt Augsburg lagen 2023 bei 1,82 Milliarden Euro."),
        ("de", "In der Altstadt lag die Wahlbeteiligung 2025 bei 86,4 Prozent."),
        ("en", "Camden had 10,204 pupils in primary schools in 2023/24."),
    ],
)
def test_a_slip_is_found(house: Path, language: str, text: str) -> None:
    assert verdicts(house, language, text) == ["mismatch"]


def test_a_name_with_a_slip_of_the_hand_is_found_and_contradicts_nobody(house: Path) -> None:
    right = "Die Ausgaben der Stadt Augsbrug lagen 2023 bei 1,29 Milliarden Euro."
    assert verdicts(house, "de", right) == ["supported"]
    for text in (
        "Die Ausgaben der Stadt Augsbrug lagen 2023 bei 1,92 Milliarden Euro.",
        "Die Ausgaben der Stadt Ausburg lagen 2023 bei 0,92 Milliarden Euro.",
        "Die Ausgaben der Stadt Fürthe lagen 2023 bei 0,9 Milliarden Euro.",
        "Die Ausgaben der Stadt Ansbach lagen 2023 bei 1,29 Milliarden Euro.",
    ):
        assert verdicts(house, "de", text) == []


def test_a_title_above_the_headings_is_no_heading(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Haushalte der Städte,,\n,,\n,2022,2023\nBonn,12,14\nKöln,30,35\n", "utf-8")
    about = guessed(path, {"as_of": KNOWN})
    assert (about["header"], about["entity"]) == (3, "1")
    assert about["figure"][0]["periods"] == ["2022", "2023"]


def test_keys_of_places_are_no_figures(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("AGS,Stadt,Einwohner\n05314,Bonn,336465\n09761,Augsburg,301105\n", "utf-8")
    about = guessed(path, {})
    assert about["entity"] == "Stadt"
    assert [each["column"] for each in about["figure"]] == ["Einwohner"]


def test_rows_that_share_entity_and_time_contradict_nobody(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("town,year,pupils\nBonn,2023,100\nBonn,2023,250\n", "utf-8")
    added(path, guessed(path, {"as_of": KNOWN}))
    text = "Bonn had 520 pupils in 2023."
    assert verdicts(tmp_path, "en", text) == []
