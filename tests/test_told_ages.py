"""Ages told by a verb, a noun or a phrase; and numbers in the same places that are none."""

import pytest

from factcheck import extract

NONE = [
    "The agency put the death toll at 217.",
    "The number of dead stood at 45, officials said.",
    "Those who died were put at 45.",
    "He died at 8 on Monday.",
    "Two of that age and 12 of them left.",
    "In an age of 24-hour news, nobody waits.",
    "She was one, too.",
    "He is 12 under par.",
    "More have the Beatles (16), the Rolling Stones (15) and Robbie Wills (14).",
    "Its score is 12.",
    "The boy's 17 goals helped.",
    "Costs are over 18.",
    "At that age the number of teeth is 28 to 32.",
    "The score was 10 then.",
    "At 10 he went to bed.",
    "At 52, the team leads the table.",
    "It was a game of two halves.",
    "The boy of 2016 is a man.",
    "Adam Lund, five, and Joe Holt, six, fell for 20 runs.",
    "Thanks to Tom Abbot (62) they reached the second innings.",
    "The firm, now 45 per cent state-owned, grew.",
    "A man of 90 kilos won.",
    "She was 40 metres behind.",
    "The share turned 3 per cent cheaper.",
]
AGES = [
    ("She was only 16 when she left.", [16]),
    ("He was 27 and had a child.", [27]),
    ("She had been just 22 at the time.", [22]),
    ("He is 50 this week.", [50]),
    ("Dad died aged just 73.", [73]),
    ("The average age of its members in June was 70 years.", [70]),
    ("Her daughters are Gemma, 16, and Hannah, 14.", [16, 14]),
    ("Tom Hill (34) and Ann Lee (18) left.", [34, 18]),
    ("She's 17, and a singer.", [17]),
    ("When I'm 74, I will stop.", [74]),
    ("She might be 33 next month.", [33]),
    ("Warren Lund, 17 - who was there - left.", [17]),
    ("Most players are over 18.", [18]),
    ("The average age of a gamer is 29.", [29]),
    ("Beck was just 10 then.", [10]),
    ("My mother turned 90.", [90]),
    ("Jim Hale, who died on Saturday at 78, wrote songs.", [78]),
    ("He died in hospital at 93 after a fall.", [93]),
    ("She passed away at 64.", [64]),
    ("He spoke to a boy of eight, a girl of 12 and a man of 40.", [8, 12, 40]),
    ("The boy, eight, and his sister, six, were found.", [8, 6]),
    ("Sarah Holt, eight, of Leeds, was found.", [8]),
    ("The defendant, now 45, denied it.", [45]),
    ("At 19 he left school.", [19]),
    ("At 100, Elsie Morton still swims.", [100]),
    ("The median age rose to 38.", [38]),
    ("They want to lower the voting age from 18 to 16.", [18, 16]),
    ("The pension age will rise to 67 by autumn.", [67]),
    ("An age limit of 18 is planned.", [18]),
]


@pytest.mark.parametrize("text", NONE)
def test_no_age(text: str) -> None:
    claims = extract(text, language="en", attribution=False)
    assert [claim.span.text for claim in claims if claim.kind == "age"] == []


@pytest.mark.parametrize(("text", "ages"), AGES)
def test_ages(text: str, ages: list[int]) -> None:
    claims = extract(text, language="en", attribution=False)
    found = [claim.quantity for claim in claims if claim.kind == "age"]
    assert [quantity.value for quantity in found if quantity] == ages


@pytest.mark.parametrize(
    "text", ["Their ages ranged from 18 to 84.", "He was between the ages of 40 and 50."]
)
def test_ages_of_a_range(text: str) -> None:
    (claim,) = extract(text, language="en", attribution=False)
    assert claim.kind == "age"
