"""What tells that a number of years counts from the one year of a window to the article's day.

Surely: "empty for 30 years, since 1984", "Seit 1954 führt die Familie das Gasthaus, 70 Jahre also",
"in 1969, was 55 years ago", "the club, founded in 1899, is 125 years old". With the slip alone to
tell that it is not of something else: "taught there since 2004, and after 20 years she", "The mill
closed in 1984. Forty years later it is still empty", "closed in 2009, has stood empty for 15",
"joined in 1994 and retires on Friday after 30 years", "70 years of marriage. They married in 1954".
"""

from factcheck.relations.sentence import APOSTROPHES, BREAKS, Figure, Sentence, compounded, cues
from factcheck.relations.windows import of_these_days, says

CLAUSE = 6
NAMED = 2
STATE = 3
REACH = 9
SIGNS = frozenset({",", "(", ")", "-", "–", "—"})


def surely(window: Sentence, since: Figure, length: Figure) -> bool:
    """Do the words bind the years to the year?"""
    if length.kind != "duration":  # "since 19 January 1949, the 140th birthday of the poet"
        return False
    return _beside_since(window, since, length) or _lies_back(window, since, length)


def alone(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """Do the words allow that the years count from the year, and nothing else is in sight?"""
    kin = not window.words.isdisjoint(window.lexicon.data["lives"]["kin"])
    if kin or length.kind == "ordinal":
        return False
    if length.kind == "age":
        return _aged(window, split, since, length)
    tests = (_held_since, _still, _state, _leaves, _whole, _after_event, _now_after)
    return any(test(window, split, since, length) for test in tests)


def old(window: Sentence, since: Figure, age: Figure) -> bool:
    """As in "founded in 1899, is 125 years old", "The law of 1984 is 40 years old", "A 25-year-old
    treaty, signed in 1999": the age of a thing, and the year it is from."""
    data, founded = window.lexicon.data, window.phrases("elapsed", "founded")
    if not window.words.isdisjoint(cues(window.lexicon, "lives", "born")):
        return False
    if age.first < since.first:
        gap = range(age.last + 1, since.first)
        signed = [at for at in gap if window.word(at) == ","]
        led = len(signed) == 1 and 0 < signed[0] - age.last - 1 <= NAMED
        return led and window.at(founded, signed[0] + 1) > 0
    is_old = {*data["lives"]["is"], *data["changes"]["thus"], *data["elapsed"]["drawn"]}
    small = {",", *is_old, *data["parts"]["joins"], *data["elapsed"]["now"], *founded.first_words}
    gap = range(since.last + 1, age.first)
    plain = bool(gap) and all(window.word(at) in small for at in gap)
    told = window.word(age.first - 1) in is_old and of_the_whole(window, age)
    return plain and told and (_founded(window, since) or _made(window, since))


def _made(window: Sentence, since: Figure) -> bool:
    """As in "the law of 1984", "stammt aus dem Jahr 1999"."""
    led = window.before(window.phrases("elapsed", "from_year"), since.first)
    noun = window.word(since.first - led - 1)
    return bool(led and compounded(window.lexicon, noun, "elapsed", "made"))


def _founded(window: Sentence, since: Figure) -> bool:
    """A word of founding right beside the year."""
    founded = window.phrases("elapsed", "founded")
    leads = window.lexicon.data["elapsed"]["leads"]
    at = since.first
    while window.word(at - 1) in leads:
        at -= 1
    return bool(window.before(founded, at) or window.at(founded, since.last + 1))


def _since_word(window: Sentence, since: Figure) -> int | None:
    """The token of "since" that leads the year, or the clause of it: "since it closed in 1984"."""
    words = window.lexicon.data["elapsed"]["since"]
    for at in range(since.first - 1, max(window.first, since.first - CLAUSE) - 1, -1):
        if window.word(at) in words:
            return at
        if not window.word(at).isalpha():
            break
    return None


def of_the_whole(window: Sentence, length: Figure) -> bool:
    """Nothing behind the years makes them those of something else: "30 years in the army"."""
    data, at = window.lexicon.data["elapsed"], length.last + 1
    return window.word(at) not in {*data["of_another"], *data["roles"], *data["not_since"]}


def _beside_since(window: Sentence, since: Figure, length: Figure) -> bool:
    """As in "for 30 years, since 1984", "since 1974, for 50 years", "70 Jahre also"."""
    data, at = window.lexicon.data, _since_word(window, since)
    if at is None:
        return False
    leads = {*data["elapsed"]["leads"], *data["elapsed"]["since"], *data["elapsed"]["for"]}
    if length.last < at:
        gap = range(length.last + 1, at)
        words = [n for n in gap if window.word(n).isalpha()]
        told = window.before(window.phrases("elapsed", "for"), length.first)
        near = len(words) <= NAMED and len(gap) == len(words) + 1 and window.word(at - 1) == ","
        return bool(told) and near and at == since.first - 1 and window.breaks(since.last + 1)
    if length.first < since.last:
        return False
    mark = length.first - 1
    while window.word(mark) in leads:
        mark -= 1
    thus = window.word(length.last + 1) in data["changes"]["thus"]
    thus = thus and window.breaks(length.last + 2)
    which = window.at(window.phrases("elapsed", "in_which"), length.last + 1)
    compared = {*data["changes"]["than"], *data["changes"]["behind"]}
    own = of_the_whole(window, length) and window.word(length.last + 1) not in compared
    at_once = mark == since.last + 1 and (own or bool(which))
    return window.word(mark) in SIGNS and (thus or at_once)


def _lies_back(window: Sentence, since: Figure, length: Figure) -> bool:
    """As in "The last time, in 1969, was 55 years ago", "1969, das ist 55 Jahre her"."""
    data = window.lexicon.data
    gone = window.at(window.phrases("elapsed", "gone"), length.last + 1)
    own = length.claim.span.text.split()[-1].lower() in data["elapsed"]["gone"]
    is_so = window.word(length.first - 1) in {*data["elapsed"]["is_gone"]}
    gap = [window.word(at) for at in range(since.last + 1, length.first)]
    joined = not {*data["parts"]["joins"]}.isdisjoint(gap)
    return bool(gone or own) and is_so and bool(gap) and not joined and window.breaks(
        length.last + 1 + gone
    )  # fmt: skip


def _held_since(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "since 2004, and after 20 years she knows", "Since it closed in 1984 40 years have"."""
    data, at = window.lexicon.data, _since_word(window, since)
    if at is None or length.first < since.last or split > window.first:
        return False
    led = window.before(window.phrases("elapsed", "after"), length.first)
    gap = range(since.last + 1, length.first - led)
    joins = {*data["parts"]["joins"], *data["speech"]["subordinators"]}
    joined = [n for n in gap if window.word(n) in joins | {*data["speech"]["conjunctions"]}]
    mark = window.word(length.first - led - 1)
    at_once = joined in ([], [length.first - led - 1])  # no other subject
    at_once = at_once and (bool(joined) or mark == "," or not led)
    gone = window.at(window.phrases("elapsed", "gone_by"), length.last + 1)
    return bool(gone or led) and at_once and of_the_whole(window, length)


def _still(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "closed in 1984. Forty years later it is still empty": the present tense."""
    data, at = window.lexicon.data["elapsed"], length.last + 1
    if window.word(at) not in data["later"] or length.first < since.last:
        return False
    end = at + 1 + (window.word(at + 1) in SIGNS)
    clause: list[str] = []
    while end < window.end and window.word(end) not in BREAKS and len(clause) < CLAUSE:
        clause.append(window.word(end))
        end += 1
    return not {*data["present"]}.isdisjoint(clause)


def _state(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "which closed in 2009, has stood empty for 15 years", "hält seit 37 Jahren"."""
    data = window.lexicon.data["elapsed"]
    led = window.before(window.phrases("elapsed", "held_for"), length.first)
    near = range(max(since.last + 1, length.first - led - STATE), length.first - led)
    behind = range(length.last + 1, length.last + 1 + CLAUSE)
    told = any(window.word(at) in data["states"] for at in (*near, *behind))
    gap = {window.word(at) for at in (*range(since.last + 1, length.first), *behind)}
    perfect = not data["perfect"] or not gap.isdisjoint(data["perfect"])
    own = gap.isdisjoint({";", *data["past"], *window.lexicon.data["parts"]["joins"]})
    return bool(led) and told and perfect and own and of_the_whole(window, length)


def _leaves(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "joined the firm in 1994 and retires on Friday after 30 years"."""
    data = window.lexicon.data["elapsed"]
    led = window.before(window.phrases("elapsed", "after"), length.first)
    between = range(since.last + 1, length.first)
    joins = window.lexicon.data["parts"]["joins"]
    ends = any(
        window.word(at) in data["leaves_now"] and window.word(at - 1) in joins for at in between
    )
    began = any(
        window.word(at) in {*data["began"], *data["founded"]}
        for at in range(max(window.first, since.first - CLAUSE), since.last + CLAUSE)
    )
    rest = window.at(window.phrases("elapsed", "into_rest"), length.last + 1)
    own = bool(rest) or of_the_whole(window, length)
    return bool(led) and ends and began and split == window.first and own


def _whole(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "run by them since 1948. The 75 years end", "took over in 2009. In his 15 years"."""
    data = window.lexicon.data["elapsed"]
    begun = _since_word(window, since) is not None or _began(window, since)
    begun = begun or _made(window, since)
    after = window.before(window.phrases("elapsed", "after"), length.first)
    opens = after and length.first - after == split > window.first
    ends = opens and any(window.word(at) in data["leaves"] for at in range(length.last, window.end))
    own = window.at(window.phrases("elapsed", "own"), length.last + 1)
    led = window.word(length.first - 1) in data["whole"] or (own and length.first == split)
    apart = (bool(own) or of_the_whole(window, length)) and not _attribute(length)
    born = not window.words.isdisjoint(cues(window.lexicon, "lives", "born"))
    of_it = window.word(length.last + 1) in APOSTROPHES  # "the 30 years' guarantee"
    told = bool(led or ends) and begun and not (born or of_it)
    return told and since.last < length.first and apart


def _aged(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "The tunnel, opened in August 1985, is shut. It is almost 40 years old"."""
    thing = window.word(split) in window.lexicon.data["elapsed"]["pronouns"]
    unborn = window.words.isdisjoint(cues(window.lexicon, "lives", "born"))
    alone = window.breaks(length.last + 1) and length.first - split <= REACH // 2
    plain = window.plain(split, length.first)
    return length.kind == "age" and thing and unborn and alone and plain and _founded(window, since)


def _now_after(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "fing 1981 dort an, nun, nach 43 Jahren, geht er", "This week, after 38 years, she"."""
    led = window.before(window.phrases("elapsed", "after"), length.first)
    near = range(max(since.last + 1, length.first - led - STATE), length.first - led)
    now = any(window.word(at) in window.lexicon.data["elapsed"]["now"] for at in near)
    now = now or of_these_days(window, near)
    begun = _since_word(window, since) is not None or _began(window, since)
    possessives = window.lexicon.data["lives"]["possessives"]
    closed = window.breaks(length.last + 1) and window.word(length.last + 2) not in possessives
    return bool(led) and now and begun and closed and since.last < length.first


def _after_event(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "will not be there on Saturday, 55 years after they stepped out in July 1969"."""
    after = window.at(window.phrases("durations", "after"), length.last + 1)
    words = range(length.last + 1 + after, since.first)
    one = split == window.first and length.last < since.first
    near = one and not any(window.word(at) in BREAKS - {"("} for at in words)
    data = window.lexicon.data["elapsed"]
    now = of_these_days(window, range(window.first, length.first))
    now = now or not window.words.isdisjoint(data["present"])
    return bool(after and near and now) and window.words.isdisjoint(data["past"])


def _attribute(length: Figure) -> bool:
    """As in "its 30-year lease", but not in "twenty-two years"."""
    text = length.claim.span.text
    return "-" in text.split()[-1] or text[-1] in APOSTROPHES


def _began(window: Sentence, since: Figure) -> bool:
    """A word of a beginning in the clause of the year."""
    data = window.lexicon.data
    words = {
        *data["elapsed"]["began"],
        *data["elapsed"]["founded"],
        *data["durations"]["begun_words"],
    }
    before = range(since.first - 1, max(window.first, since.first - REACH) - 1, -1)
    after = range(since.last + 1, min(window.end, since.last + 1 + REACH))
    for side in (before, after):
        for at in side:
            if window.word(at) in words:
                return True
            if window.word(at) in BREAKS:
                break
    return False


def celebrated(window: Sentence, length: Figure) -> bool:
    """As in "celebrate 70 years of marriage. They were married in November 1954"."""
    first, end = window.scene.passage.bounds(length.first)
    kept = window.phrases("elapsed", "celebrates")
    own = any(window.at(kept, at) for at in range(max(first, window.first), min(end, window.end)))
    return own and says(window, "elapsed", "married")
