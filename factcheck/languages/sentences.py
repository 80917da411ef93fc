"""Where sentences begin, in tokens."""

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.tokens import Tokens

LONGEST_MONTH = 31
REACH = 8
GENITIVE = "s"  # "Kölns 100. Sieg"
ENDERS = frozenset(".!?…")
CLOSERS = frozenset("\"'”“’»«)]›‹")
MEASURES = frozenset("°0123456789")
OPENERS = frozenset("\"'„“»«(‚‘›‹[")


def sentence_starts(tokens: Tokens, lexicon: Lexicon) -> list[int]:
    """The index of the first token of each sentence of a block."""
    starts = [0]
    words, total = tokens.words, len(tokens)
    for index in [index for index, word in enumerate(words) if word in ENDERS]:
        after = index + 1
        while after < total and words[after] in CLOSERS and tokens.glued(after):
            after += 1
        if (
            after < total
            and not tokens.glued(after)
            and _begins(tokens, after)
            and not (words[index] == "." and _abbreviated(tokens, index, after, lexicon))
        ):
            starts.append(after)
    return starts


def _closes(tokens: Tokens, name: int, following: str, lexicon: Lexicon) -> bool:
    """As in "auf Platz 2. Bremen verlor": a noun before the figure, which is then no ordinal."""
    if name < 0 or len(tokens.words[name]) < 2:
        return False
    grammar = lexicon.data["grammar"]
    if name and tokens.lowers[name - 1] in grammar["determiners"]:
        return False  # "der insgesamt 34. Sieg"
    if tokens.lowers[name] in grammar["level_words"]:
        reached = following not in lexicon.months.first_words and _left(tokens, name, lexicon)
        return reached or int(tokens.words[name + 1]) > LONGEST_MONTH  # "sanken auf 303. Davon"
    if not tokens.words[name].istitle() or tokens.lowers[name].endswith(GENITIVE):
        return False
    dated = following in lexicon.months.first_words or tokens.lowers[name] in lexicon.calendar_words
    small = tokens.lowers[name] in lexicon.stop_words
    return not (dated or small or following in lexicon.data["labels"]["clubs"])


def _left(tokens: Tokens, to: int, lexicon: Lexicon) -> bool:
    """As in "von 40 im Vorjahr auf 18": a level that is left before the one reached."""
    words, opened = lexicon.data["changes"]["from"], range(max(0, to - REACH), to)
    return any(tokens.lowers[at] in words and tokens.words[at + 1].isdecimal() for at in opened)


def _begins(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word in OPENERS and index + 1 < len(tokens):
        word = tokens.words[index + 1]
    return not word[0].islower()


def _abbreviated(tokens: Tokens, index: int, after: int, lexicon: Lexicon) -> bool:
    """Is the full stop part of an abbreviation, an initial or an ordinal?"""
    if index == 0 or not tokens.glued(index):
        return False
    before, following = tokens.lowers[index - 1], tokens.lowers[after]
    if before in lexicon.number_abbreviations:
        return following[0].isdigit()
    large = index > 1 and tokens.lowers[index - 2] in lexicon.data["grammar"]["determiners"]
    ranked = (before.isdigit() and len(before) <= 3) or (large and before[0].isdigit())
    if ranked and lexicon.data["dates"]["ordinal_mark"] == ".":
        small = following in lexicon.sentence_starters or following in lexicon.stop_words
        if small or not following.isalpha():
            return False  # "war er 17. Sein Bruder"
        return not _closes(tokens, index - 2, following, lexicon)
    if tokens.glued(index - 1) and tokens.words[index - 2][-1] in MEASURES:
        return False  # "40°C." is no initial
    if len(before) == 1 and before.isalpha():
        return following not in lexicon.sentence_starters
    return before in lexicon.abbreviations and following not in lexicon.sentence_starters
