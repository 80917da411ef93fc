"""Thousands of correct sentences: true amounts, printed with every habit, and no false alarm.

The amounts are drawn, everything else is computed from them unrounded, as desks do, and only then
printed: with two to four digits, as a number or with a scale word, with a hedge or without.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

import factcheck
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording
from tests.make_claims import Chance

SENTENCES = 200
SHARES = {
    "de": {3: "ein Drittel", 4: "ein Viertel", 5: "ein Fünftel"},
    "en": {3: "a third", 4: "a quarter", 5: "a fifth"},
}
HEDGES = {"de": ("rund ", "knapp ", "gut "), "en": ("about ", "almost ", "just over ")}
TIMES = {"de": {2: "verdoppelte", 3: "verdreifachte"}, "en": {2: "doubled", 3: "tripled"}}

Maker = Callable[["Press"], str]


class Press:
    """Prints amounts and shares of one language as chance has it."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self.chance = Chance(f"{seed} {language}")
        self.wording = Wording(load_lexicon(language))

    def say(self, german: str, english: str) -> str:
        return german if self.language == "de" else english

    def amount(self) -> Fraction:
        """Return a true amount: anything between a thousand and a trillion."""
        return Fraction(int(10 ** (3 + 9 * self.chance.unit())))

    def near(self, amount: Fraction, low: float, high: float) -> Fraction:
        factor = low + (high - low) * self.chance.unit()
        return amount * Fraction(int(factor * 10_000), 10_000)

    def count(self, low: int, high: int) -> int:
        return low + self.chance.below(high - low)

    def money(self, value: Fraction) -> str:
        """Print an amount of euros with two to four digits."""
        return self.wording.amount(value, "EUR", 2 + self.chance.below(3))

    def percent(self, share: Fraction) -> str:
        """Print per cent with one decimal or none, perhaps with a hedge that is true."""
        places = Decimal(1) if share >= 10 and self.chance.below(2) else Decimal("0.1")
        exact = Decimal(share.numerator) / Decimal(share.denominator)
        rounded = exact.quantize(places, ROUND_HALF_UP)
        text = f"{self.wording.number(rounded)} {self.say('Prozent', 'percent')}"
        about, under, over = HEDGES[self.language]
        choice = self.chance.below(4)
        if choice == 0:
            return about + text
        if choice == 1 and rounded != exact:
            return (under if exact < rounded else over) + text
        return text


def change(press: Press) -> str:
    old = press.amount()
    new = press.near(old, 0.3, 3.0)
    share = abs(new / old - 1) * 100
    if share < 1:
        return ""
    old_text, new_text, by = press.money(old), press.money(new), press.percent(share)
    if old_text == new_text:
        return ""
    if new > old:
        forms = [
            press.say(f"Der Umsatz stieg von {old_text} auf {new_text}, ein Plus von {by}.",
                      f"Sales rose {by} to {new_text} from {old_text}."),
            press.say(f"Der Umsatz wuchs um {by} auf {new_text}, nach {old_text} im Vorjahr.",
                      f"Sales were {new_text}, up {by} from {old_text} a year earlier."),
            press.say(f"Der Umsatz stieg um {by} (von {old_text} auf {new_text}).",
                      f"Sales increased by {by}, from {old_text} to {new_text}."),
        ]  # fmt: skip
    else:
        forms = [
            press.say(f"Der Umsatz sank von {old_text} auf {new_text}, ein Rückgang um {by}.",
                      f"Sales fell from {old_text} to {new_text}, a drop of {by}."),
            press.say(f"Der Umsatz ging von {old_text} auf {new_text} zurück, also um {by}.",
                      f"Sales, {old_text} a year earlier, fell {by} to {new_text}."),
            press.say(f"{new_text} sind es jetzt, {by} weniger als die {old_text} im Jahr davor.",
                      f"The cost is {new_text}, {by} less than the {old_text} of last year."),
        ]  # fmt: skip
    return press.chance.of(forms)


def points(press: Press) -> str:
    old = Fraction(press.count(50, 600), 10)
    new = Fraction(press.count(50, 600), 10)
    if abs(new - old) < 1:
        return ""
    numbers = [press.wording.number(Decimal(int(value * 10)) / 10) for value in (old, new)]
    gap = press.wording.number(Decimal(int(abs(new - old) * 10)) / 10)
    if press.chance.below(2):
        by = f"{gap} {press.say('Prozentpunkte', 'percentage points')}"
    else:
        by = press.percent(abs(new / old - 1) * 100)
    up = new > old
    return press.say(
        f"Der Anteil {'stieg' if up else 'sank'} von {numbers[0]} auf {numbers[1]} Prozent, "
        f"also um {by}.",
        f"The share {'rose' if up else 'fell'} from {numbers[0]}% to {numbers[1]}%, "
        f"{'an increase' if up else 'a drop'} of {by}.",
    )


def multiple(press: Press) -> str:
    times = press.count(2, 4)
    old = press.amount()
    new = press.near(old * times, 0.95, 1.05)
    verb = TIMES[press.language][times]
    return press.say(
        f"Der Umsatz {verb} sich von {press.money(old)} auf {press.money(new)}.",
        f"Sales {verb} to {press.money(new)} from {press.money(old)}.",
    )


def total(press: Press) -> str:
    first = press.amount()
    items = [first, press.near(first, 0.2, 4), press.near(first, 0.2, 4)]
    a, b, c = (press.money(item) for item in items)
    whole = press.money(sum(items, Fraction(0)))
    return press.say(
        f"Es gibt {a} für Straßen, {b} für Schulen und {c} für Häfen, insgesamt {whole}.",
        f"It spends {a} on roads, {b} on schools and {c} on ports, a total of {whole}.",
    )


def part(press: Press) -> str:
    whole = press.count(20, 3000)
    some = press.count(1, whole + 1)
    share = Fraction(some, whole) * 100
    by = press.percent(share) if share >= 1 else ""
    if not by:
        return ""
    n, x = press.wording.number(whole), press.wording.number(some)
    forms = [
        press.say(f"Dafür waren {x} von {n} Delegierten ({by}).",
                  f"In favour were {x} of the {n} delegates ({by})."),
        press.say(f"Von {n} Befragten stimmten {x} zu, das sind {by}.",
                  f"The firm will cut {x} of its {n} jobs, or {by}."),
        press.say(f"{by} der Delegierten - {x} von {n} - waren dafür.",
                  f"{by} of the delegates - {x} of {n} - agreed."),
    ]  # fmt: skip
    return press.chance.of(forms)


def ratio(press: Press) -> str:
    parts = press.count(3, 6)
    share = Fraction(100, parts) + Fraction(press.count(-15, 16), 10)
    words = SHARES[press.language][parts]
    by = press.percent(share)
    return press.say(
        f"Das ist {words} der Befragten ({by}).", f"It is backed by {words} of adults ({by})."
    )


def each(press: Press) -> str:
    heads = press.count(1000, 90_000)
    sum_of_all = press.amount() * 10
    people, share = press.wording.number(heads), press.money(sum_of_all / heads)
    if sum_of_all / heads < 10:
        return ""
    whole = press.money(sum_of_all)
    return press.say(
        f"Das sind {whole} für {people} Haushalte, also {share} pro Haushalt.",
        f"The plan costs {whole} for {people} workers, or {share} each.",
    )


def votes(press: Press) -> str:
    members = press.count(40, 900)
    yes = press.count(1, members)
    no = members - yes - press.count(0, 5)
    if no < 1:
        return ""
    return press.say(
        f"Der Rat mit seinen {members} Mitgliedern stimmte mit {yes} zu {no} Stimmen ab.",
        f"The {members}-member council voted {yes} to {no} on it.",
    )


def answers(press: Press) -> str:
    yes, no = press.count(20, 60), press.count(10, 39)
    third = 100 - yes - no + press.count(-1, 2)
    return press.say(
        f"Es waren {yes} Prozent dafür, {no} Prozent dagegen und {third} Prozent unentschieden.",
        f"Some {yes}% backed it, {no}% opposed it and {third}% did not know.",
    )


MAKERS: list[Maker] = [change, points, multiple, total, part, ratio, each, votes, answers]

LOOKS_WRONG = [
    ("en", "Of the 650 MPs, 320 are Conservatives, 290 are women and 60 are under 35."),
    ("en",
     ("The airline carried 4.2 million passengers, up 5%, while its 1,200 pilots saw "
     "pay rise 12%.")),
    ("en", "Among 1,000 adults polled, 62% own a phone, 58% own a laptop and 31% own both."),
    ("en", "The party won 43% in the north, 38% in the south and 35% in the east."),
    ("en",
     ("The firm, with 20,000 staff in 12 countries, will cut 1,500 jobs, including 900 "
     "in France and 800 in Europe outside Germany.")),
    ("en", "He sold 12 of his 30 paintings for $3 million each, a total of $36 million."),
    ("en",
     ("Exports fell 3.5% to $12.4bn and imports rose 2.1% to $15.6bn, leaving a "
     "deficit of $3.2bn.")),
    ("en",
     ("The company made a profit of $2m, compared with a loss of $3m a year earlier, a "
     "change of $5m.")),
    ("en",
     ("Shares closed down 2% at $45, having risen from $30 to $50 in a month, a gain "
     "of 67%.")),
    ("en",
     ("In the second quarter the rate was 4.5%, up from 4.4% in the first and 4.1% a "
     "year earlier, an increase of 10% on the year.")),
    ("en",
     ("The price rose from $100 in 1990 to $120 in 2000 and to $180 in 2010, a rise of "
     "80% in two decades.")),
    ("en",
     ("The House voted 230 to 195, with 10 members absent, and the 100-member Senate "
     "by 52 votes to 47.")),
    ("en", "The 27-member commission took 3 votes to 2 in its committee."),
    ("en", "About 60% of the 5,000 homes, or 3,000, were sold."),
    ("en", "The 10-person team spent $500, or $50 each, and $30 on food."),
    ("en",
     ("Revenue more than doubled to $5.2 billion from $2.1 billion, helped by a 40% "
     "rise in prices.")),
    ("en", "The club has 300 members, 180 men and 150 women over the years."),
    ("en",
     ("Tuition increased 6% this year to $9,400; since 2000 it has risen by 120%, from "
     "$4,270.")),
    ("en", "Of 40 patients, 25 (63%) had pain, 20 (50%) had fever and 18 (45%) had both."),
    ("en", "He paid $300 a month for 36 months, a total of $10,800."),
    ("en", "They raised $40,000 from 200 donors, an average of $200 each."),
    ("en", "Prices range from $20 to $80, with an average fee of $5 a month."),
    ("en", "It took 45% of the vote against 40% for its rival and 15% for others."),
    ("en", "The drug cut deaths by half, from 24% to 12%."),
    ("en",
     ("Production fell 4% from the previous month and 12% from a year earlier, to 1.2 "
     "million tonnes.")),
    ("en", "The fund grew 20% a year from $1bn to $2.5bn."),
    ("en", "Crime rose 5% to 12,000 cases, of which 3,000 were solved, up from 2,400."),
    ("en", "\"We have gone from 40 to 50 shops, a quarter more,\" he said."),
    ("en", "The stake was raised to 30% from 25%, at a cost of 5% of profit."),
    ("de", "Von den 300 Befragten waren 180 Frauen, 150 hatten Kinder und 120 ein Haus."),
    ("de",
     ("Die Zahl der Anträge stieg im Mai um 5 Prozent auf 1.050, im Juni um 10 Prozent "
     "auf 1.155.")),
    ("de",
     ("Der Umsatz stieg von 10 auf 12 Millionen Euro, das Plus von 8 Prozent beim "
     "Gewinn fiel kleiner aus.")),
    ("de",
     ("Der Preis stieg von 2,00 auf 2,50 Euro, im Vergleich zu 2010 sogar um 80 "
     "Prozent.")),
    ("de",
     ("Die CDU kam auf 35,2 Prozent, nach 40,1 Prozent vor fünf Jahren, ein Minus von "
     "4,9 Punkten.")),
    ("de",
     ("Die Grünen erreichten in Köln 28 Prozent, in Bonn 30 Prozent und in Aachen 45 "
     "Prozent.")),
    ("de", "Von den 28 Staaten stimmten 15, die 65 Prozent der Bevölkerung stellen, dafür."),
    ("de",
     ("Das Land zahlt 40 Millionen Euro, der Bund 60 Millionen Euro, zusammen sind das "
     "100 Millionen Euro für 25 Projekte.")),
    ("de", "Bei 20 Unfällen wurden 12 Menschen getötet, darunter 3 Kinder, und 45 verletzt."),
    ("de", "Es gab 12 Tote, darunter 5 Kinder, und 30 Verletzte, davon 8 schwer."),
    ("de", "Die Miete beträgt 900 Euro, 20 Prozent weniger als in München mit 1.125 Euro."),
    ("de", "Der Zug ist 300 km/h schnell, doppelt so schnell wie der alte mit 160 km/h."),
    ("de",
     ("Die Partei gewann 24 Sitze hinzu und kommt nun auf 88, das sind 14 Prozent der "
     "630 Mandate.")),
    ("de",
     ("Mit 410 zu 205 Stimmen erreichte der Antrag die Zweidrittelmehrheit der 630 "
     "Abgeordneten nicht.")),
    ("de",
     ("Im Schnitt zahlen die 1.200 Mieter zwischen 400 und 900 Euro, im Durchschnitt "
     "der Stadt sind es 950 Euro.")),
    ("de",
     ("Das Vermögen wuchs in fünf Jahren von 2 auf 3 Milliarden Euro, durchschnittlich "
     "also um 8,4 Prozent.")),
    ("de",
     ("Der Anteil stieg auf 12 Prozent, ein Plus von 20 Prozent gegenüber dem Vorjahr "
     "mit 10 Prozent.")),
    ("de", "Jeder dritte Haushalt (in Berlin 50 Prozent) hat kein Auto."),
    ("de", "Jeder Vierte, in Hamburg sogar 40 Prozent, fährt Rad."),
    ("de", "Er gewann 6 von 10 Spielen (60 Prozent), sein Gegner 40 Prozent."),
    ("de", "Der Verein hat 500 Mitglieder, 20 mehr als 2019, als es 480 waren."),
    ("de",
     ("Die Inflation sank von 8,7 auf 7,4 Prozent, die Energiepreise stiegen um 15 "
     "Prozent.")),
    ("de",
     ("Die Zahl der Nutzer hat sich verdoppelt, von 1,1 auf 2,3 Millionen, und der "
     "Umsatz um 30 Prozent zugelegt.")),
    ("de",
     ("Nach 12 Toren in 30 Spielen waren es zuletzt 18 in 34, ein Plus von sechs "
     "Treffern.")),
    ("de",
     ("Der Kurs fiel um 3 Prozent auf 97 Euro, nachdem er am Vortag um 5 Prozent auf "
     "100 Euro gestiegen war.")),
    ("de",
     ("Insgesamt 40 Millionen Euro: 20 Millionen für Kitas, 15 Millionen für Schulen "
     "und der Rest für Sport.")),
    ("de",
     ("Die 16 Länder erhalten 4 Milliarden Euro, also im Schnitt 250 Millionen Euro "
     "pro Land.")),
    ("de",
     ("Für das Gesetz stimmten 310 Abgeordnete, 212 dagegen, bei 108 Enthaltungen im "
     "630-köpfigen Parlament.")),
    ("de", "Auf die drei Orte Polen, Frankreich und Italien entfallen 60 Prozent."),
    ("de", "Vier Staaten, Polen und Ungarn eingeschlossen, lehnten ab."),
    ("en",
     ("The museum drew 1.2 million visitors, up 8% from 2013, when 1.5 million "
     "were expected.")),
    ("en", "It was 30% of 400, or 120, that left."),
    ("en", "Nine of the 10 finalists, 90 percent, were under 30."),
    ("en",
     ("The bank cut its forecast to 1.2%, from 1.5%, and its rate by 0.25 points "
     "to 3.5%.")),
    ("en", "The group sold 500,000 cars, against 450,000 vans, a drop of 5% in both."),
    ("en", "The price doubled in a year, rising from $20 to $41."),
    ("en", "Half of the pupils, 120 boys and 80 girls, a total of 200, walk."),
    ("en", "Sales were $5.4m, up 10% on last year's $4.9m."),
    ("en", "Some 45 of the 60 seats, three quarters, are held by men."),
    ("en", "In 2010 there were 40 murders; in 2011 there were 50, a rise of a quarter."),
    ("en", "He has won 12 of 20, 60%, on clay and 30 of 40, 75%, on grass."),
    ("en", "Turnout fell to 61%, from 68% in 2001 and 72% in 1997."),
    ("en",
     ("The fund, up 12% this year after a 20% fall, is worth $3bn, against $5bn "
     "for its rival.")),
    ("en", "They owe $6,000 each, or $24,000 for the four of them."),
    ("en",
     ("Nearly 70% of the vote went to the left: 45% to Labour and 24% to the "
     "Greens.")),
    ("de",
     ("Der Haushalt steigt von 2,0 auf 2,1 Milliarden Euro, davon sind 35 Prozent "
     "Personalkosten.")),
    ("de", "Die Miete stieg um 5 Prozent auf 840 Euro, im Vorjahr waren es 3 Prozent."),
    ("de",
     ("Der Preis fiel auf 40 Euro, zuvor waren es 50 Euro gewesen, ein Minus von "
     "20 Prozent.")),
    ("de", "Im Mai kamen 1.200 Gäste, 20 Prozent mehr als im April mit 1.000 Gästen."),
    ("de", "Im Mai kamen 1.200 Gäste, 20 Prozent mehr als im April, und 300 Kinder."),
    ("de", "Von 500 Betrieben wurden 120 geprüft. Das sind 24 Prozent."),
    ("de", "Von 500 Betrieben wurden 120 geprüft. Das sind 10 Prozent mehr."),
    ("de",
     ("Der Umsatz stieg von 40 auf 50 Millionen Euro. Das ist ein Plus von 25 "
     "Prozent.")),
    ("de",
     ("Der Umsatz stieg von 40 auf 50 Millionen Euro. Damit wuchs der Anteil auf "
     "30 Prozent.")),
    ("de", "2019 waren es 300 Fälle und 2020 noch 240, ein Minus von 20 Prozent."),
    ("de", "Das Angebot verdoppelte sich: Gab es 2010 noch 30 Kurse, sind es heute 60."),
    ("de",
     ("Die SPD erhielt 25,7 Prozent, die CDU 24,1 Prozent und die Grünen 14,8 "
     "Prozent der Stimmen.")),
    ("de",
     ("Sie kam auf 8,9 Prozent, 0,5 Prozentpunkte mehr als 2013, als es 8,4 "
     "Prozent waren.")),
    ("de", "Auf 100 Einwohner kommen 120 Handys, das sind 20 Prozent mehr als Menschen."),
    ("de",
     ("Der Rat mit seinen 60 Mitgliedern wählte sie mit 31 zu 28 Stimmen bei einer "
     "Enthaltung.")),
    ("de",
     ("Der DAX verlor 1,5 Prozent auf 12.300 Punkte, der MDAX 2 Prozent auf 25.000 "
     "Punkte.")),
    ("de", "Der Kurs stieg um 2,50 Euro oder 5 Prozent auf 52,50 Euro."),
    ("de", "In Bayern sind es 900 Euro, in Hessen 1.000 Euro und damit 11 Prozent mehr."),
    ("de", "30 Prozent der 2.000 Befragten, also 600, wollen umziehen."),
    ("de", "Ein Drittel der 90 Schüler, also 30, fehlte."),
]  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_correct_sentences_are_silent(maker: Maker, language: str) -> None:
    press = Press(language, maker.__name__)
    judged = 0
    for _ in range(SENTENCES):
        text = maker(press)
        if not text:
            continue
        report = factcheck.check(text, language=language)
        loud = [f"{f.code} {f.message}" for f in report.findings if f.severity != "info"]
        assert loud == [], text
        judged += any(finding.code.startswith("FC1") for finding in report.findings)
    assert judged > SENTENCES // 3 or maker is votes


@pytest.mark.parametrize(("language", "text"), LOOKS_WRONG)
def test_correct_text_that_looks_wrong_is_silent(language: str, text: str) -> None:
    report = factcheck.check(text, language=language)
    assert [f"{f.code} {f.message}" for f in report.findings if f.severity != "info"] == []
