"""Less common ways to write a figure: glued codes and units, short scale words, a unit far off."""

from decimal import Decimal

import pytest

from factcheck import check
from factcheck.interval import Interval

FIGURES = [
    ("en", "The coffee costs CHF3.04 in Basel.", "3.04", "CHF"),
    ("en", "The state set aside Rs 40 crore for the road.", "400000000", "INR"),
    ("en", "Some 3 lakh people live there.", "300000", None),
    ("en", "The bar is 30 °C warm.", "30", "degree celsius"),
    ("en", "They signed a $5bn deal.", "5000000000", "USD"),
    ("en", "The fund gave us $50 each.", "50", "USD"),
    ("en", "He faces up to a $5,000 fine.", "5000", "USD"),
    ("en", "They signed an A$5bn deal.", "5000000000", "AUD"),
    ("de", "Der Fonds ist $1.2bn schwer.", "1200000000", "USD"),
    ("de", "Der Verein zahlte $5m für ihn.", "5000000", "USD"),
    ("de", "Der Verein zahlte 5 Mio. US-$ für ihn.", "5000000", "USD"),
    ("de", "Das Becken ist 50m lang.", "50", "metre"),
    ("de", "Der Satz stieg auf 18 vom Hundert.", "18", "percent"),
    ("de", "Der Satz stieg auf zehn vom Hundert.", "10", "percent"),
    ("de", "Das Jahresgehalt liegt bei 50k Euro.", "50000", "EUR"),
    ("de", "Das Wasser ist 30 ° Celsius warm.", "30", "degree celsius"),
    ("de", "Sie blieb zwei weitere Jahre im Amt.", "2", "year"),
    ("en", "The lift rises by 426m per minute.", "426", "metre"),
    ("en", "The bridge cost RM 42 million.", "42000000", "MYR"),
    ("de", "Die Fahrt kostet 300 Baht.", "300", "THB"),
    ("de", "Es waren fünf Grad unter null.", "-5", "degree celsius"),
    ("en", "It was 5C below zero.", "-5", "degree celsius"),
    ("de", "Das dauerte eine Viertelstunde.", "0.25", "hour"),
    ("de", "Sie spielten drei Viertelstunden.", "0.75", "hour"),
    ("de", "Sie warteten eine dreiviertel Stunde.", "0.75", "hour"),
    ("de", "Das ist ein Vierteljahrhundert her.", "25", "year"),
    ("en", "The talks took an hour and a half.", "1.5", "hour"),
    ("en", "They met a year and a half later.", "1.5", "year"),
    ("en", "The talks took two and a quarter hours.", "2.25", "hour"),
    ("en", "The play lasts 5 and a half minutes.", "5.5", "minute"),
    ("en", "He batted .300 in spring.", "0.300", None),
    ("de", "Der Index schloss bei 11 404,01 Punkten.", "11404.01", None),
    ("de", "Das 500-m-Rennen fiel aus.", "500", "metre"),
    ("en", "The note yields 5 3/8 percent.", "5.375", "percent"),
    ("en", "He was jailed for 2-1/2 years.", "2.5", "year"),
    ("en", "Sales grew 5x in Asia.", "5", None),
    ("en", "Output fell to 250,000 bpd.", "250000", "barrel"),
    ("en", "The road cost Rs 1.3 lakh crore.", "1300000000000", "INR"),
    ("en", "The firm raised RM14.1mil.", "14100000", "MYR"),
    ("en", "The patients' mean age was 48.2 years.", "48.2", "year"),
    ("en", "Prices are set to double.", "2", None),
    ("en", "Thieves took Sh2.5 million from the bank.", "2500000", "KES"),
    ("en", "Police offered Ksh 500,000 for a hint.", "500000", "KES"),
    ("en", "The road cost R150 million.", "150000000", "ZAR"),
    ("en", "The fine is N5,000 for traders.", "5000", "NGN"),
    ("en", "The loan is worth ₦40m.", "40000000", "NGN"),
    ("en", "Milk went to 95c a litre.", "0.95", "USD"),
    ("en", "Officers seized 250 grammes of heroin.", "250", "gram"),
    ("en", "The shop has 2,000 sq. ft. of floor.", "2000", "square foot"),
    ("en", "They eat 4.4 billion pounds of fish.", "4400000000", "pound-mass"),
    ("en", "They spent 4.4 billion pounds of public money.", "4400000000", "GBP"),
    ("en", "The 250-pound man sat down.", "250", "pound-mass"),
    ("en", "He got a 250-pound fine.", "250", "GBP"),
    ("de", "Karten gibt es ab 25 Euro.", "25", "EUR"),
    ("de", "Es war das 1000. Tor.", "1000", None),
]


@pytest.mark.parametrize(("language", "text", "value", "unit"), FIGURES)
def test_value_and_unit(language: str, text: str, value: str, unit: str | None) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    assert [(q.value, q.unit) for q in quantities if q] == [(Decimal(value), unit)]


# A lone capital is a degree only beside a degree sign or its word; a lower-case letter never is.
NOT_DEGREES = [("en", "She scored 3 c in the exam."), ("de", "Er wohnt in Haus 3 c am Markt.")]


@pytest.mark.parametrize(("language", "text"), NOT_DEGREES)
def test_a_letter_is_no_degree(language: str, text: str) -> None:
    units = {c.quantity.unit for c in check(text, language=language).claims if c.quantity}
    assert "degree celsius" not in units


def test_each_end_of_a_range_with_its_unit() -> None:
    (claim,) = check("The trail is 3km-5km long.", language="en").claims
    assert claim.quantity is not None
    assert (claim.quantity.interval.low, claim.quantity.interval.high) == (Decimal(3), Decimal(5))
    assert claim.quantity.unit == "kilometre"


def test_each_end_of_a_range_with_its_scale_word() -> None:
    (claim,) = check("They may pay 11bn-13bn kroner.", language="en").claims
    assert claim.quantity is not None
    ends = claim.quantity.interval.low, claim.quantity.interval.high
    assert (claim.kind, *ends) == ("money", Decimal("1.1e10"), Decimal("1.3e10"))


NOTHING = [
    ("de", "Die Feuerwehr rückte um fünf Uhr ab."),
    ("de", "Der Zug fuhr um 12,30 Uhr ab."),
    ("de", "Umstritten ist der Mais Bt11. Er wird nicht angebaut."),
    ("de", "Bündnis 90/Die Grünen stimmten dagegen."),
    ("de", "Die Passagiere des Fluges 338 warten."),
    ("en", "They met at five o'clock."),
    ("en", "She won the Six Nations with her team."),
    ("en", "The phone works in the 3G network."),
    ("de", "Sie sprachen über einen Tag im Mai."),
    ("en", "He first met her at the opera."),
    ("en", "They led at half time."),
    ("en", "She is one of the top students here."),
    ("en", "The Russell 2000 rose."),
    ("en", "A double agent played the double bass."),
    ("en", "She won 7-6 (5), 6-7(10), 6-4."),
    ("en", "They left No.9 Church Road."),
    ("en", "A four-wheeled cart is a six-sided thing."),
    ("en", "She made a two-under start."),
    ("en", "She takes the number 9 bus."),
    ("en", "She told Radio Five Live of the RBS Six Nations."),
    ("en", "The side plays in League One."),
    ("en", "Halo 2 has sold well."),
    ("en", "The 1924-5 tourists won."),
    ("en", "She is a top-five player."),
    ("en", "The match was drawn two-all."),
    ("en", "A one-off payment followed one-sided, one-on-one talks."),
    ("en", "They play the songs of the 80s."),
    ("en", "The top 50"),
]


@pytest.mark.parametrize("hour", ["1,3", "1.300", "26", "12.3", "0,0"])
def test_an_hour_that_is_none_is_no_clock_time(hour: str) -> None:
    assert [c.kind for c in check(f"Um {hour} Uhr war es.", language="de").claims] == ["count"]


# A sign behind a temperature is not a figure of its own; a rate below zero is.
def test_zero_counts_only_alone() -> None:
    (claim,) = check("Der Zins fiel unter null.", language="de").claims
    assert claim.quantity is not None
    assert (claim.quantity.value, claim.quantity.hedge) == (Decimal(0), "under")


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_no_figure(language: str, text: str) -> None:
    claims = check(text, language=language).claims
    assert [claim.span.text for claim in claims if claim.quantity is not None] == []


KINDS = [
    ("de", "Sie liegt auf Platz 3.", "ordinal", "3"),
    ("de", "Er hat den Tabellenplatz 14 erreicht.", "ordinal", "14"),
    ("de", "Es starb die Mutter eines neunjährigen Mädchens.", "age", "9"),
    ("de", "Gut 20.000 der Zuschauer waren Niederländer.", "count", "20000"),
    ("de", "Verletzt wurden drei der Männer.", "count", "3"),
    ("en", "She came to power at the age of 43.", "age", "43"),
    ("en", "He met children as young as 12.", "age", "12"),
    ("en", "He played one more game.", "count", "1"),
    ("en", "The two-time champion lost.", "multiple", "2"),
    ("de", "Die Feuerwehr brauchte rund eine Stunde.", "duration", "1"),
    ("en", "She scored the 1,000th goal of her team.", "ordinal", "1000"),
    ("en", "Last season 18,400 people a game came.", "count", "18400"),
    ("en", "The film came in at sixth with good reviews.", "ordinal", "6"),
    ("en", "The No.6 seed lost.", "ordinal", "6"),
    ("en", "He closed with a 4-under 68.", "number", "68"),
    ("en", "She ended at minus-14.", "number", "-14"),
    ("en", "It has a two-speed gearbox.", "count", "2"),
    ("en", "Close to half-a-million huddled.", "number", "500000"),
    ("en", "Winds reach 185km an hour.", "measure", "185"),
    ("en", "The mill holds 120,000MT.", "measure", "120000"),
    ("en", "Growers need 7 million MT of yam.", "measure", "7000000"),
    ("en", "The song reached number 39.", "ordinal", "39"),
    ("en", "It is in its twenty-first year.", "ordinal", "21"),
    ("en", "Twenty-one women came.", "count", "21"),
    ("en", "She slipped to 64 in the world.", "ordinal", "64"),
    ("en", "A player ranked 134 lost.", "ordinal", "134"),
    ("en", "They lifted it from 12 in the box.", "number", "12"),
    ("en", "Traffic rose by a factor of ten.", "multiple", "10"),
    ("en", "He won 200m gold.", "measure", "200"),
    ("en", "They sold 2.31m homes.", "count", "2310000"),
    ("en", "It was a leap of 17.30m.", "measure", "17.30"),
    ("en", "Police Arrest Four Men.", "count", "4"),
    ("en", "It offers eight megabits.", "measure", "8"),
    ("en", "Among over 16s it is popular.", "age", "16"),
    ("en", "They emit 200 billion more tons.", "measure", "200000000000"),
    ("en", "The 15 warmest years were recent.", "count", "15"),
    ("en", "He stayed for 15 more years.", "duration", "15"),
    ("en", "An 8.1-strong quake struck.", "number", "8.1"),
    ("en", "They seized 364 pounds of cocaine.", "measure", "364"),
    ("en", "The world No 1 lost.", "ordinal", "1"),
    ("en", "Members aged between 20-26 years may vote.", "age", None),
    ("en", "Millions of pounds of sand were moved.", "measure", None),
    ("de", "In jeder Klasse 12 Kinder!", "count", "12"),
]


RESTATED = [
    ("de", "Es waren 1.200 oder 5 Prozent."),
    ("de", "Es waren 900, oder 5 Prozent."),
    ("en", "They sold 1,200, or 5 per cent."),
]


@pytest.mark.parametrize(("language", "text"), RESTATED)
def test_a_number_said_again_in_per_cent_is_none(language: str, text: str) -> None:
    assert [claim.kind for claim in check(text, language=language).claims] == [
        "number",
        "percentage",
    ]


@pytest.mark.parametrize(("language", "text", "kind", "value"), KINDS)
def test_kind_and_value(language: str, text: str, kind: str, value: str | None) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    expected = Decimal(value) if value is not None else None
    assert [(q.kind, q.value) for q in quantities if q] == [(kind, expected)]


DAYS = [
    ("de", "In der Nacht vom 10. zum 11. Januar 2006 schneite es.", ["2006-01-10", "2006-01-11"]),
    ("de", "Vom 10. auf den 11. Januar 2006 schneite es.", ["2006-01-10", "2006-01-11"]),
    ("de", "Vom 10. bis zum 11. Januar 2006 schneite es.", ["2006-01-10", "2006-01-11"]),
    ("en", "It ran from 20 March to 27 March 2004.", ["2004-03-20", "2004-03-27"]),
    ("en", "It ran from 20 December to 5 January 2005.", ["2004-12-20", "2005-01-05"]),
    ("en", "They won four titles between 1965-71.", ["1965-01-01", "1971-01-01"]),
    ("en", "It is above 2004's level and below 1999's.", ["2004-01-01", "1999-01-01"]),
]


@pytest.mark.parametrize(("language", "text", "days"), DAYS)
def test_first_of_two_dates(language: str, text: str, days: list[str]) -> None:
    found = [
        claim.period for claim in check(text, language=language).claims if claim.kind == "date"
    ]
    assert [str(period.start) for period in found if period] == days


SPANS = [
    ("de", "Die 20 Euro-Länder beraten über Zinsen.", ["20 Euro-Länder"]),
    ("en", "They sold 6% fewer than a year ago.", ["6%"]),
    ("de", "Das sind 6 Prozent mehr als ein Jahr zuvor.", ["6 Prozent"]),
]


@pytest.mark.parametrize(("language", "text", "figures"), SPANS)
def test_spans(language: str, text: str, figures: list[str]) -> None:
    assert [claim.span.text for claim in check(text, language=language).claims] == figures


NOUNS = [
    ("en", "Banks approved 48,000 fewer mortgages.", [("48000", "mortgages")]),
    ("de", "Überfallen wurden drei 18-Jährige.", [("3", "18-Jährige"), ("18", None)]),
    ("en", "Police held two 15-year-olds.", [("2", "15-year-olds"), ("15", None)]),
    ("de", "Der Brocken heißt 2003 AB61 und ist rund.", [("2003", None)]),
    ("en", "He beat one of the top three players.", [("3", "players")]),
    ("en", "Some 300 found jobs abroad.", [("300", None)]),
    ("en", "The show has 300 found coins.", [("300", "found coins")]),
    ("en", "Table 3 shows that. At 60 lives change.", [("60", None)]),
    ("en", "The flood claimed 76 lives.", [("76", "lives")]),
    ("en", "The cup brought four All-Star wins.", [("4", "All-Star wins")]),
    ("en", "The sale of 19 works upset nobody.", [("19", "works")]),
    (
        "en",
        "He had at least one previous suspended sentence.",
        [("1", "previous suspended sentence")],
    ),
    ("en", "It was a 50-over match.", [("50", "over")]),
    ("en", "Hundreds of billions of stars shine.", [("None", "stars")]),
    ("en", "They lost 90 jobs at the mill and 20 at the depot.", [("90", "jobs"), ("20", "jobs")]),
    (
        "en",
        "It shut 40 shops in Wales, 25 in Kent and 12 in Fife.",
        [("40", "shops"), ("25", "shops"), ("12", "shops")],
    ),
    ("en", "It shut 40 shops in haste, 25 in Kent.", [("40", "shops"), ("25", None)]),
    ("en", "Scores more shops were shut.", [("None", "shops")]),
    ("en", "Two shops were shut and one more was sold.", [("2", "shops"), ("1", "shops")]),
    ("en", "He said one more was too many.", []),
    ("en", "They sold 190 cars last week and 791 in total.", [("190", "cars"), ("791", "cars")]),
    ("en", "Sales fell in the last two quarters.", [("2", "quarters")]),
    ("en", "In two quarters of all homes nobody cooks.", [("1/2", "homes")]),
    ("en", "Spider-man 3 came out on top.", []),
    ("en", "It was in 1980 Mt Kembla got its school.", [("None", None)]),
    ("en", "There were two men from Leeds and one from York.", [("2", "men"), ("1", "men")]),
    ("en", "She had seven No. 1 albums.", [("7", "No. 1 albums")]),
    ("en", "He got three 50th birthday gifts.", [("3", "50th birthday gifts"), ("50", None)]),
    (
        "en",
        "There were 671 individual chapter 7 filings.",
        [("671", "individual chapter 7 filings")],
    ),
    (
        "en",
        "Four current and former Kent officers left.",
        [("4", "current and former Kent officers")],
    ),
    ("en", "They sold 20 units, of which 12 were new.", [("20", "units"), ("12", "units")]),
    ("en", "They handle 45 flights daily, up from 30.", [("45", "flights"), ("30", "flights")]),
    ("en", "He said that one of the three doors is shut.", [("1", "doors"), ("3", "doors")]),
    (
        "en",
        "He ran inside the 41.37 of a team that led for 27 years.",
        [("41.37", None), ("27", None)],
    ),
    ("en", "She kicked one of Saints’ four tries.", [("1", "tries"), ("4", "tries")]),
    ("en", "They won by 22 points to 20.", [("22", "points"), ("20", "points")]),
    ("en", "It fell by 160 points to 11,284.", [("160", "points"), ("11284", None)]),
    ("en", "Quakes claimed millions of lives.", [("None", "lives")]),
    ("en", "In May 12 men spoke, and one in particular.", [("12", "men")]),
    ("en", "She won 40 games, and 20 at home, they say.", [("40", "games"), ("20", None)]),
]


@pytest.mark.parametrize(("language", "text", "counted"), NOUNS)
def test_counted_nouns(language: str, text: str, counted: list[tuple[str, str | None]]) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    assert [(str(q.value), q.noun) for q in quantities if q] == counted


def test_a_range_may_open_with_an_article() -> None:
    (claim,) = check("Sie rauchten zwischen einer und vier Zigaretten.", language="de").claims
    assert claim.quantity is not None
    assert claim.quantity.interval == Interval(Decimal(1), Decimal(4))


def test_days_beside_years_of_age_stay_days() -> None:
    claims = check("Aged 18 years and 185 days, he won the cup.", language="en").claims
    assert [claim.quantity.unit for claim in claims if claim.quantity] == ["year", "day"]


JOINT = [
    ("en", "The man is 6 feet 2 inches tall.", [("74", "inch")]),
    ("en", "The flight lasted an hour and 45 minutes.", [("105", "minute")]),
    ("en", "He ran it in 2 hours, 5 minutes and 13 seconds.", [("7513", "second")]),
    ("en", "The ticket costs 20 dollars 43 cents.", [("20.43", "USD")]),
    ("de", "Sie wurde zu zwei Jahren und sechs Monaten verurteilt.", [("30", "month")]),
    ("de", "Das dauert eine Stunde und 32 Minuten.", [("92", "minute")]),
    ("de", "Die Karte kostet 3 Euro 50 Cent.", [("3.50", "EUR")]),
    ("en", "He won the 3 km and 500 m races.", [("3", "kilometre"), ("500", "metre")]),
    ("en", "They need 5 feet and 300 inches.", [("5", "foot"), ("300", "inch")]),
    ("de", "Das dauert zwischen 3 Stunden und 20 Minuten.", [("3", "hour"), ("20", "minute")]),
    ("en", "It takes over 3 hours, 20 minutes at best.", [("3", "hour"), ("20", "minute")]),
]


@pytest.mark.parametrize(("language", "text", "measures"), JOINT)
def test_two_figures_of_one_measure(
    language: str, text: str, measures: list[tuple[str, str | None]]
) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    assert [(str(q.value), q.unit) for q in quantities if q] == measures


# A bare number in brackets, and points: what the figure before them says decides.
SAID_BY_ANOTHER = [
    ("de", "Sie kam auf 31,4 Prozent vor der Linken (9,6).", "9.6", "percentage"),
    ("de", "Sie kam auf 31,4 Prozent (-2,9).", "-2.9", "percentage_point"),
    ("de", "Sie kam auf 31,4 Prozent vor Anna Holm (36).", "36", "age"),
    ("de", "Sie kam auf 31,4 Prozent, der Wert (1,75) blieb.", "1.75", "number"),
    ("de", "Der Erlös lag bei 1,8 Milliarden Euro (Vorjahr: 1,7 Mrd.).", "1700000000", "money"),
    ("de", "Es kamen zwei Milliarden Menschen (1950: 1,7 Mrd.).", "1700000000", "count"),
    ("de", "Sie lag mit 60 Zählern vor dem ABX (41).", "41", "count"),
    ("en", "They eat 57 pounds of beef. In 1976 it was 94 pounds.", "94", "measure"),
    ("en", "A plate of beef is 57 pounds. In 1976 it was 94 pounds.", "94", "money"),
    ("en", "The index lost 42 points, or 0.4 percent.", "42", "count"),
    ("en", "Support fell 3 points to 41 percent.", "3", "percentage_point"),
    ("en", "The rate is 2.5%, its third half-point rise.", "0.5", "percentage_point"),
    ("en", "The rate is 2.5% after two quarter-point rises.", "0.5", "percentage_point"),
    ("en", "The rate is 2.5% after a quarter-percentage-point cut.", "0.25", "percentage_point"),
    ("en", "The hall was full for the second half.", "2", "ordinal"),
    ("en", "Ray got 14,312 votes and Hill 14,100.", "14100", "count"),
    ("en", "The jet carries 180 people and Boeing 737 crews.", "180", "count"),
    ("de", "Die Bank senkte den Zins um einen Viertelpunkt.", "0.25", "percentage_point"),
    ("de", "Es waren zwei Viertelprozentpunkte.", "0.5", "percentage_point"),
    ("en", "She scored 31 points and hit 55 percent of her shots.", "31", "count"),
    ("en", "Some 43 per cent chose tea, compared with 41 who chose coffee.", "41", "percentage"),
    ("en", "Sales rose 5 per cent, compared with 12 stores.", "12", "count"),
]


@pytest.mark.parametrize(("language", "text", "value", "kind"), SAID_BY_ANOTHER)
def test_what_another_figure_says(language: str, text: str, value: str, kind: str) -> None:
    quantities = [claim.quantity for claim in check(text, language=language).claims]
    assert kind in [q.kind for q in quantities if q and q.value == Decimal(value)]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("That adds up to 77.", None), ("They will add up to 20 flights.", "at most")],
)
def test_what_adds_up_to_a_total_is_no_bound(text: str, hedge: str | None) -> None:
    (claim,) = check(text, language="en").claims
    assert claim.quantity is not None
    assert claim.quantity.hedge == hedge
