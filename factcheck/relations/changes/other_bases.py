"""Differences of another base: a yearly rate, a rise after inflation, one since another time."""

from factcheck.relations.changes.marks import NEAR
from factcheck.relations.sentence import Figure, Sentence, cues


def another_base(sentence: Sentence, by: Figure) -> bool:
    """As in "4 percent a year", "10 percent more than forecast"."""
    data = sentence.lexicon.data["changes"]
    behind = sentence.word(by.last + 1) in data["behind"]
    return another_rate(sentence, by) or (behind and sentence.word(by.last + 2) in data["than"])


def another_rate(sentence: Sentence, by: Figure) -> bool:
    """As in "4 percent a year", "real ein Plus von 2 Prozent"."""
    data = sentence.lexicon.data["changes"]
    adjusted = sentence.phrases("changes", "adjusted")
    if any(sentence.at(adjusted, at) for at in range(sentence.first, sentence.end)):
        return True
    behind_it = range(by.last + 1, min(sentence.end, by.last + 1 + NEAR))
    before_it: list[int] = []
    for at in range(by.first - 1, max(sentence.first, by.first - NEAR) - 1, -1):
        if sentence.word(at) in data["direct"] and sentence.word(at) not in data["nouns"]:
            break  # "the average pay rose 23 percent" is no average rise
        if not _attribute(sentence, at, by):
            before_it.append(at)
    if any(sentence.word(at) in data["averaged"] for at in (*before_it, *behind_it)):
        return True
    rates = sentence.phrases("changes", "rates")
    length = sentence.at(rates, by.last + 1)
    return bool(length) and sentence.word(by.last + 1 + length) not in data["ago"]


def _attribute(sentence: Sentence, at: int, by: Figure) -> bool:
    """As in "annual spending climbed by 4 percent": an adjective of what changes."""
    data, noun = sentence.lexicon.data["changes"], at + 1
    if noun >= by.first or not sentence.tokens.words[noun].isalpha():
        return False
    capital = sentence.tokens.words[noun][0].isupper()
    if sentence.lexicon.data["grammar"]["capitalised_nouns"] and not capital:
        return False
    known = {*data["nouns"], *data["averaged"], *data["of"], *data["by"], *data["fillers"]}
    changed = cues(sentence.lexicon, "changes", "up", "down", "either")
    word = sentence.word(noun)
    return word not in known and word not in changed and word not in sentence.lexicon.stop_words


def of_another(sentence: Sentence, words: range) -> bool:
    """As in "seit 2010 verdreifacht", "bundesweit ein Plus": of other values than those beside."""
    table = sentence.phrases("changes", "repeated")
    return any(sentence.at(table, at) for at in words)
