"""Persons named with an office: the forms in which articles name them, and what is not judged."""

import pytest

import factcheck
from factcheck.model import Role
from tests.make_claims import roles

CHANCELLORS = ("AT:head-of-government", "CH:federal-chancellor", "DE:head-of-government")
NAMED = {
    "de": [
        ("Der französische Verteidigungsminister Sébastien Lecornu sagte das.",
         "Sébastien Lecornu", "FR:defence-minister"),
        ("Frankreichs Verteidigungsminister Lecornu sagte das.",
         "Lecornu", "FR:defence-minister"),
        ("Der deutsche Bundesinnenminister Thomas de Maizière (CDU) sagte das.",
         "Thomas de Maizière", "DE:interior-minister"),
        ("Die Hohe Vertreterin der Union für Außen- und Sicherheitspolitik, Kaja Kallas, warnte.",
         "Kaja Kallas", "EU:high-representative"),
        ("Die EU-Außenbeauftragte Kaja Kallas warnte.", "Kaja Kallas", "EU:high-representative"),
        ("Sébastien Lecornu, der französische Verteidigungsminister, sagte das.",
         "Sébastien Lecornu", "FR:defence-minister"),
        ("Lecornu, Frankreichs Verteidigungsminister, sagte das.",
         "Lecornu", "FR:defence-minister"),
        ("US-Präsident Donald Trump sagte das.", "Donald Trump", "US:president"),
        ("Der US-Präsident Trump sagte das.", "Trump", "US:president"),
        ("Der Präsident der Ukraine, Wolodymyr Selenskyj, sagte das.",
         "Wolodymyr Selenskyj", "UA:president"),
        ("EU-Kommissionspräsidentin Ursula von der Leyen sagte das.",
         "Ursula von der Leyen", "EU:commission-president"),
        ("Die Präsidentin der Europäischen Kommission, Ursula von der Leyen, sagte das.",
         "Ursula von der Leyen", "EU:commission-president"),
        ("Nato-Generalsekretär Mark Rutte sagte das.", "Mark Rutte", "NATO:secretary-general"),
        ("Der ungarische Ministerpräsident Viktor Orbán sagte das.",
         "Viktor Orbán", "HU:head-of-government"),
        ("Großbritanniens Premierminister Keir Starmer sagte das.",
         "Keir Starmer", "GB:head-of-government"),
        ("Polens Außenminister Radosław Sikorski sagte das.",
         "Radosław Sikorski", "PL:foreign-minister"),
        ("Verteidigungsminister Boris Pistorius (SPD) sagte das.",
         "Boris Pistorius", "defence-minister"),
        ("Vizepräsident J. D. Vance sagte das.", "J. D. Vance", "vice-president"),
        ("UN-Generalsekretär Ban Ki-moon sagte das.", "Ban Ki-moon", "UN:secretary-general"),
        ("Der deutsche Verteidigungsminister Karl-Theodor zu Guttenberg sagte das.",
         "Karl-Theodor zu Guttenberg", "DE:defence-minister"),
        ("Der Schweizer Verteidigungsminister Martin Pfister sagte das.",
         "Martin Pfister", "CH:defence-minister"),
        ("US-Präsident Richard Nixon Arbeitsminister sagte das.",
         "Richard Nixon", "US:president"),
        ("Der neue französische Verteidigungsminister Sébastien Lecornu sagte das.",
         "Sébastien Lecornu", "FR:defence-minister"),
    ],
    "en": [
        ("French Defence Minister Sébastien Lecornu said so.",
         "Sébastien Lecornu", "FR:defence-minister"),
        ("France's Defence Minister Sebastien Lecornu said so.",
         "Sebastien Lecornu", "FR:defence-minister"),
        ("Lecornu, France's defence minister, said so.", "Lecornu", "FR:defence-minister"),
        ("US President Donald Trump said so.", "Donald Trump", "US:president"),
        ("U.S. President Donald Trump said so.", "Donald Trump", "US:president"),
        ("President Donald Trump said so.", "Donald Trump", "president"),
        ("Ukrainian President Volodymyr Zelensky said so.", "Volodymyr Zelensky", "UA:president"),
        ("The president of Ukraine, Volodymyr Zelensky, said so.",
         "Volodymyr Zelensky", "UA:president"),
        ("The president of the European Commission, Ursula von der Leyen, said so.",
         "Ursula von der Leyen", "EU:commission-president"),
        ("European Commission President Ursula von der Leyen said so.",
         "Ursula von der Leyen", "EU:commission-president"),
        ("EU foreign policy chief Kaja Kallas said so.", "Kaja Kallas", "EU:high-representative"),
        ("The EU's foreign policy chief, Kaja Kallas, said so.",
         "Kaja Kallas", "EU:high-representative"),
        ("NATO Secretary General Mark Rutte said so.", "Mark Rutte", "NATO:secretary-general"),
        ("Britain's defence secretary, John Healey, said so.",
         "John Healey", "GB:defence-minister"),
        ("British Prime Minister Keir Starmer said so.", "Keir Starmer", "GB:head-of-government"),
        ("British Prime Minister Sir Keir Starmer said so.",
         "Keir Starmer", "GB:head-of-government"),
        ("NATO Secretary General Dr. Mark Rutte said so.", "Mark Rutte", "NATO:secretary-general"),
        ("British Prime Minister Theresa May said so.", "Theresa May", "GB:head-of-government"),
        ("Israeli President Gideon Sa'ar said so.", "Gideon Sa'ar", "IL:president"),
    ],
}  # fmt: skip
STANDINGS = [
    ("de", "Der ehemalige US-Präsident Barack Obama kam.", "former"),
    ("de", "Der frühere US-Präsident Barack Obama kam.", "former"),
    ("de", "Ex-Kanzlerin Angela Merkel kam.", "former"),
    ("de", "Der designierte Bundeskanzler Friedrich Merz kam.", "coming"),
    ("de", "Der künftige US-Präsident Donald Trump kam.", "coming"),
    ("de", "Der geschäftsführende Bundeskanzler Olaf Scholz kam.", "acting"),
    ("de", "Der scheidende Bundeskanzler Olaf Scholz kam.", "acting"),
    ("de", "Der jetzige Bundeskanzler Olaf Scholz kam.", "current"),
    ("en", "Former US president Barack Obama came.", "former"),
    ("en", "Incoming German chancellor Friedrich Merz came.", "coming"),
    ("en", "Acting German chancellor Olaf Scholz came.", "acting"),
    ("en", "The outgoing German chancellor Olaf Scholz came.", "acting"),
    ("en", "President-elect Donald Trump came.", "coming"),
    ("en", "Chancellor-designate Friedrich Merz came.", "coming"),
    ("de", "Altkanzler Gerhard Schröder kam.", "former"),
    ("de", "Exkanzlerin Angela Merkel kam.", "former"),
]
AFTER_THE = [
    ("Today the French defence minister Sébastien Lecornu said so.", "Sébastien Lecornu"),
    ("The French defence minister, Sébastien Lecornu, said so.", "Sébastien Lecornu"),
    ("Sébastien Lecornu, the French defence minister, said so.", "Sébastien Lecornu"),
    ("Mr Lecornu, the French defence minister, said so.", "Lecornu"),
]
AFTER_A_VERB = [
    ("de", "Sie traf den französischen Verteidigungsminister Sébastien Lecornu."),
    ("de", "Er lobte die deutsche Bundeskanzlerin Angela Merkel."),
    ("en", "They met the former French president Nicolas Sarkozy."),
    ("en", "He met then-President Barack Obama."),
]
NOT_JUDGED = [
    ("de", "Macron traf in Frankreich Präsident Trump."),
    ("de", "Unter Präsident Barack Obama war das so."),
    ("de", "Bayerns Ministerpräsident Markus Söder sagte das."),
    ("de", "Der bayerische Ministerpräsident Markus Söder sagte das."),
    ("en", "He met in France President Trump."),
    ("en", "In France President Trump met Macron."),
    ("en", "Under President Barack Obama it was so."),
    ("en", "President of France Télévisions Delphine Ernotte said so."),
]
NO_ROLE = [
    ("de", "Der Präsident des FC Bayern, Herbert Hainer, sagte das."),
    ("de", "Der Verteidigungsminister sagte das."),
    ("de", "Das Verteidigungsminister-Treffen in Paris begann."),
    ("de", "Der Verteidigungsminister Frankreichs sagte das."),
    ("de", "Der Minister traf Emmanuel Macron."),
    ("de", "Der Präsident und Angela Merkel kamen."),
    ("de", "Der Präsident des Deutschen Fußball Verbands kam."),
    ("de", "Erst sprach Olaf Scholz, und Vizekanzler wurde ein anderer."),
    ("de", "Der Bruder des Präsidenten, Jens Brandt, kam."),
    ("en", "The British prime minister said so."),
    ("en", "The president met Emmanuel Macron."),
    ("en", "The president of the club, John Doe, said so."),
    ("en", "They will president the meeting of Donald Trump."),
]
QUIET = [
    ("de", "Ministerpräsident Markus Söder sagte das."),
    ("de", "Bayerns Ministerpräsident Markus Söder sagte das."),
    ("de", "Der sächsische Ministerpräsident Michael Kretschmer sagte das."),
    ("de", "Hessens Ministerpräsident Boris Rhein sagte das."),
    ("de", "Bahnchef und Präsident Richard Lutz sagte das."),
    ("de", "DIHK-Präsident Peter Adrian sagte das."),
    ("en", "Catalan President Salvador Illa said so."),
    ("en", "Apple president Tim Cook said so."),
    ("en", "Foreign ministry spokesman John Doe said so."),
    ("en", "Bavarian Prime Minister Markus Söder said so."),
]


def only(text: str, language: str) -> Role:
    (role,) = roles(text, language)
    return role


@pytest.mark.parametrize(
    ("language", "text", "person", "office"),
    [(language, *row) for language, rows in NAMED.items() for row in rows],
)
def test_person_and_office(language: str, text: str, person: str, office: str) -> None:
    role = only(text, language)
    assert role.person.text == person
    assert office in role.offices
    assert role.standing == "current"
    assert role.plain


@pytest.mark.parametrize(("language", "text", "standing"), STANDINGS)
def test_standing(language: str, text: str, standing: str) -> None:
    role = only(text, language)
    assert role.standing == standing
    assert role.plain


@pytest.mark.parametrize(("text", "person"), AFTER_THE)
def test_nationality_after_the(text: str, person: str) -> None:
    role = only(text, "en")
    assert role.person.text == person
    assert role.offices == ("FR:defence-minister",)
    assert role.plain


@pytest.mark.parametrize(("language", "text"), AFTER_A_VERB)
def test_title_after_a_pronoun_and_a_verb(language: str, text: str) -> None:
    assert only(text, language).plain


def test_chancellor_without_a_country_may_be_of_any() -> None:
    assert only("Bundeskanzler Friedrich Merz kam.", "de").offices == CHANCELLORS


def test_german_gives_the_gender_of_the_title() -> None:
    assert only("Bundeskanzlerin Angela Merkel kam.", "de").gender == "f"
    assert only("Bundeskanzler Olaf Scholz kam.", "de").gender == "m"
    assert only("German chancellor Olaf Scholz came.", "en").gender is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "kam. Sein italienischer Amtskollege, Guido Crosetto, sprach."),
        ("de", "traf seinen italienischen Kollegen Guido Crosetto."),
        ("de", "kam.\n\nSein italienischer Amtskollege Guido Crosetto sprach."),
        ("en", "came. Guido Crosetto, his Italian counterpart, spoke."),
        ("en", "met his Italian counterpart, Guido Crosetto."),
        ("en", "met his Italian counterpart Guido Crosetto."),
    ],
)
def test_counterpart_has_the_office_of_the_person_before(language: str, text: str) -> None:
    french = {"de": "Frankreichs Verteidigungsminister", "en": "French Defence Minister"}
    first, second = roles(f"{french[language]} Lecornu {text}", language)
    assert (first.offices, first.inherited) == (("FR:defence-minister",), False)
    assert second.person.text == "Guido Crosetto"
    assert second.offices == ("IT:defence-minister",)
    assert second.inherited


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sein italienischer Amtskollege Guido Crosetto sprach."),
        (
            "de",
            "Frankreichs Verteidigungsminister Lecornu kam. Sein Kollege Guido Crosetto sprach.",
        ),
    ],
)
def test_counterpart_of_nobody_or_of_no_country_has_no_office(language: str, text: str) -> None:
    assert [role for role in roles(text, language) if role.inherited] == []


@pytest.mark.parametrize(("language", "text"), NOT_JUDGED)
def test_phrase_that_is_not_wholly_understood_is_not_plain(language: str, text: str) -> None:
    role = only(text, language)
    assert not role.plain


def test_country_of_the_sentence_is_not_that_of_the_president() -> None:
    for language, text in (
        ("de", "In Frankreich traf Präsident Trump ein."),
        ("de", "Macron traf in Frankreich Präsident Trump."),
        ("en", "He met in France President Trump."),
        ("en", "In France President Trump met Macron."),
    ):
        assert only(text, language).offices == ("president",)


@pytest.mark.parametrize(("language", "text"), NO_ROLE)
def test_no_person_with_an_office(language: str, text: str) -> None:
    assert roles(text, language) == []


@pytest.mark.parametrize(("language", "text"), QUIET)
def test_right_titles_that_the_table_does_not_hold_give_no_alarm(language: str, text: str) -> None:
    report = factcheck.check(text, language=language, date="2025-03-13")
    assert [f.message for f in report.findings if f.severity != "info"] == []


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("de", "Gestern kam der französische Verteidigungsminister Sébastien Lecornu.",
         "der französische Verteidigungsminister Sébastien Lecornu"),
        ("de", "Sébastien Lecornu, der französische Verteidigungsminister, kam.",
         "Sébastien Lecornu, der französische Verteidigungsminister"),
        ("en", "Then French Defence Minister Sébastien Lecornu spoke of US President Donald Trump.",
         "US President Donald Trump"),
    ],
)  # fmt: skip
def test_claim_covers_title_and_name(language: str, text: str, surface: str) -> None:
    claims = [c for c in factcheck.extract(text, language=language) if c.kind == "office"]
    assert claims[-1].span.text == surface
    assert claims[-1].subject is not None
    assert claims[-1].subject in surface


def test_fast_road_leaves_people_out() -> None:
    text = "US-Präsident Donald Trump zahlt 5 Euro."
    claims = factcheck.extract(text, language="de", attribution=False)
    assert [claim.kind for claim in claims] == ["money"]


def test_several_persons_of_one_sentence() -> None:
    text = "US-Präsident Donald Trump, Frankreichs Präsident Macron und Kanzler Olaf Scholz kamen."
    found = [(role.person.text, role.offices[0]) for role in roles(text, "de")]
    assert found == [
        ("Donald Trump", "US:president"),
        ("Macron", "FR:president"),
        ("Olaf Scholz", "head-of-government"),
    ]
