"""Differences of another base: a yearly rate, a rise after inflation, one since another time."""

from factcheck.relations.changes.marks import NEAR
from factcheck.relations.sentence import BREAKS, Figure, Sentence, cues
from factcheck.relations.windows import says

STEM = 4
AGAIN = 7


def another_base(sentence: Sentence, by: Figure) -> bool:
    """As in "4 percent a year", "10 percent more than forecast"."""
    data = sentence.lexicon.data["changes"]
    behind = sentence.word(by.last + 1) in data["behind"]
    return another_rate(sentence, by) or (behind and sentence.word(by.last + 2) in data["than"])


def another_rate(sentence: Sentence, by: Figure) -> bool:
    """As in "4 percent a year", "real ein Plus von 2 Prozent", "a quarter of a point twice"."""
    data = sentence.lexicon.data["changes"]
    if any(_again(sentence, at) for at in range(by.last + 1, by.last + AGAIN)):
        return True
    if says(sentence, "changes", "adjusted"):
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


def _again(sentence: Sentence, at: int) -> bool:
    """As in "up by 8% in 2022 and again in 2023"; not "to twice what it had been"."""
    length = sentence.at(sentence.phrases("changes", "applied_again"), at)
    return bool(length) and not sentence.at(sentence.phrases("changes", "what_it_was"), at + length)


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
    return says(sentence, "changes", "repeated", words)


def own_noun(sentence: Sentence, by: Figure) -> bool:
    """As in "Das Minus von 61 Prozent bei den Einnahmen": a noun that the levels do not have."""
    data, at = sentence.lexicon.data, by.last + 1
    if _compound(sentence, by):
        return True
    if sentence.word(at) in data["changes"]["nouns"]:
        at += 1  # "The 33% rise in arson"
    elif sentence.word(at) in data["changes"]["behind"] and _counted(sentence, at + 1):
        return True
    if sentence.word(at) not in data["changes"]["of_what"]:
        return False
    end = at + 1
    while end < sentence.end and sentence.word(end) not in BREAKS:
        end += 1
    scene = sentence.scene
    dated = {
        place
        for claim in scene.claims_in(at, end)
        for place in range(scene.first_token(claim), scene.last_token(claim) + 1)
    }
    if at + 1 in dated:
        return False  # "a loss of 18 points in seven months"
    words = sentence.tokens.words
    named = [n for n in range(at + 1, end) if n not in dated and words[n].isalpha()]
    if data["grammar"]["capitalised_nouns"]:
        named = [n for n in named if words[n][0].isupper()]
    named = [n for n in named if sentence.word(n) not in sentence.lexicon.stop_words]
    before = {sentence.word(place)[:STEM] for place in range(sentence.first, by.first)}
    return bool(named) and sentence.word(named[0])[:STEM] not in before


def _counted(sentence: Sentence, at: int) -> bool:
    """As in "32% more women among them": of others than those before."""
    word, lexicon = sentence.tokens.words[at] if at < sentence.end else "", sentence.lexicon
    if not word.isalpha() or word.lower() in lexicon.stop_words:
        return False
    if lexicon.data["grammar"]["capitalised_nouns"] and not word[0].isupper():
        return False
    small = cues(lexicon, "changes", "past", "present", "light", "up", "down", "either")
    before = {sentence.word(place)[:STEM] for place in range(sentence.first, at)}
    return word.lower() not in small and word.lower()[:STEM] not in before


def _compound(sentence: Sentence, by: Figure) -> bool:
    """As in "Das Umsatzminus von 61 Prozent": the noun itself tells of what."""
    data = sentence.lexicon.data["changes"]
    noun = by.first - 1 - sentence.before(sentence.phrases("changes", "of"), by.first)
    word = sentence.word(noun)
    longer = any(word != each and word.endswith(each) for each in data["nouns"])
    return longer and sentence.word(noun - 1) in data["definite"]
