"""A change of one thing beside the levels of another: thousands of true passages, and no alarm.

"Exports rose 12 per cent, while imports fell to $38bn from $41bn": levels and change are drawn
apart, in every order and with every join that reports have, so whatever is found is a false alarm.
"""

import pytest

import factcheck
from factcheck.languages.lexicon import load_lexicon
from factcheck.languages.wording import Wording
from tests.make_claims import Chance

PASSAGES = 250
# In each form: 0 one subject and 1 its levels, 2 another subject and 3 its change.
TOGETHER = {
    "de": (
        "{0} {1}. {2} {3}.", "{2} {3}. {0} {1}.", "{0} {1}, {2} {3}.", "{2} {3}, {0} {1}.",
        "{0} {1} und {2} {3}.", "{2} {3} und {0} {1}.", "{0} {1}, aber {2} {3}.",
        "{0} {1}; {2} {3}.", "{2} {3}; {0} {1}.", "{0} {1}, wie es heißt. {2} {3}.",
    ),
    "en": (
        "{0} {1}. {2} {3}.", "{2} {3}. {0} {1}.", "{0} {1}, while {2} {3}.",
        "{2} {3}, while {0} {1}.", "{0} {1} and {2} {3}.", "{2} {3} and {0} {1}.",
        "{0} {1}, but {2} {3}.", "{0} {1}; {2} {3}.", "{2} {3}; {0} {1}.", "As {2} {3}, {0} {1}.",
        "{0} {1} even though {2} {3}.", "{0} {1}. Meanwhile {2} {3}.", "Although {2} {3}, {0} {1}.",
        "{0} {1}, partly because {2} {3}.", "{0} {1}. In the same year {2} {3}.",
        "{2}, by contrast, {3}. {0} {1}.", "{0}, it said, {1}. {2} {3}.",
    ),
}  # fmt: skip
SUBJECTS = {
    "de": (
        "der Umsatz", "die Miete", "die Zahl der Einbrüche", "der Export", "die Produktion",
        "die Verschuldung", "die Belegschaft", "die Nachfrage", "der Gewinn", "die Auflage",
    ),
    "en": (
        "sales", "exports", "its debt", "wages", "the number of burglaries", "attendance",
        "council tax", "its staff", "demand", "the rent", "output", "traffic",
    ),
}  # fmt: skip
# In each form: 0 the verb, 1 the old and 2 the new level.
LEVELS = {
    "de": (
        "{0} von {1} auf {2}", "{0} auf {2} nach {1} im Vorjahr", "{0} auf {2} ({1})",
        "lag bei {2} nach {1} im Jahr 2022", "betrug {2}, ein Jahr zuvor {1}",
    ),
    "en": (
        "{0} to {2} from {1}", "{0} from {1} to {2}", "{0} to {2} ({1} a year ago)",
        "stood at {2}, against {1} a year before", "reached {2}, after {1} in 2022",
        "came to {2}; a year earlier it was {1}", "{0} to {2}, compared with {1} in 2022",
    ),
}  # fmt: skip
# In each form: 0 the verb, 1 the share and 2 the adjective.
CHANGES = {
    "de": ("{0} um {1} Prozent", "{0} um rund {1} Prozent", "lag um {1} Prozent {2}"),
    "en": ("{0} by {1} per cent", "{0} {1}%", "was {1} per cent {2}", "{0} by as much as {1}%"),
}
VERBS = {
    "de": (("sank", "fiel"), ("stieg", "wuchs")),
    "en": (("fell", "dropped"), ("rose", "grew")),
}
ADJECTIVES = {"de": ("niedriger", "höher"), "en": ("lower", "higher")}


def passage(language: str, chance: Chance) -> str:
    """Two clauses about two subjects, each true whatever the other says."""
    wording = Wording(load_lexicon(language))
    subject = chance.of(SUBJECTS[language])
    other = chance.of([each for each in SUBJECTS[language] if each != subject])
    old = 100 + chance.below(9000)
    new = old * (55 + chance.below(90)) // 100
    up, more = new > old, chance.below(2)
    counted = chance.below(2)
    levels = [
        wording.number(value) if counted else wording.amount(value, "EUR", 4)
        for value in (old, new)
    ]
    level = chance.of(LEVELS[language]).format(chance.of(VERBS[language][up]), *levels)
    change = chance.of(CHANGES[language]).format(
        chance.of(VERBS[language][more]), 2 + chance.below(88), ADJECTIVES[language][more]
    )
    text = chance.of(TOGETHER[language]).format(subject, level, other, change)
    sentences = text.split(". ")
    return ". ".join(sentence[0].upper() + sentence[1:] for sentence in sentences)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_alarm(language: str, seed: int) -> None:
    chance = Chance(f"two subjects {seed} {language}")
    alarms = []
    for _ in range(PASSAGES):
        text = passage(language, chance)
        report = factcheck.check(text, language=language, date="2024-05-02")
        alarms += [
            f"{finding.code} {text} {finding.calculation}"
            for finding in report.findings
            if finding.severity in {"error", "warning"}
        ]
    assert alarms == []
