"""What lets a number of years count from the year of a window to the article's day, though no word
binds the two: only a slip tells that it does.

"Taught there since 2004, and after 20 years she", "The mill closed in 1984. Forty years later it is
still empty", "closed in 2009, has stood empty for 15", "joined in 1994 and retires on Friday after
30 years", "dates from 1874. In its 150 years", "70 years of marriage. They married in 1954".
"""

from factcheck.relations.sentence import APOSTROPHES, BREAKS, Figure, Sentence, cues
from factcheck.relations.times.year_words import close_to, made, of_the_whole, since_word
from factcheck.relations.windows import of_these_days, says

NEAR_DAYS = 14
CLAUSE = 6
STATE, SOON, REACH = 3, 4, 12


def alone(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """Do the words allow that the years count from the year, and nothing else is in sight?"""
    kin = not window.words.isdisjoint(window.lexicon.data["lives"]["kin"])
    if kin or length.kind == "ordinal":
        return not kin and _next_feast(window, split, since, length)
    if length.kind in {"age", "number"}:
        return _aged(window, split, since, length)
    if _celebrated(window, length):
        return True
    if split > window.first and not since.last < split <= length.first:
        return False
    tests = (_after, _later, _state, _whole, _after_event)
    return any(test(window, split, since, length) for test in tests)


def _next_feast(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "Am 20. Juli 1969 ... Zum 50. Jahrestag", in an article of the days around it."""
    day, today = since.claim.period, window.scene.passage.document.date
    data = window.lexicon.data["elapsed"]
    opens = since.last < split <= length.first <= split + 1 and today is not None
    if not opens or day is None or today is None or day.granularity != "day":
        return False
    apart = abs(day.start.timetuple().tm_yday - today.timetuple().tm_yday)
    behind = length.last + 2
    own = window.word(behind) not in data["of_another"]
    return apart <= NEAR_DAYS and (own or of_these_days(window, range(behind, behind + STATE)))


def _after(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "since 2004, and after 20 years she knows", "joined in 1994 and retires on Friday after
    30 years", "Since it closed in 1984 40 years have passed", "Nun, nach 43 Jahren,"."""
    data, behind = window.lexicon.data, length.last + 1
    led = window.before(window.phrases("elapsed", "after"), length.first)
    gone = window.at(window.phrases("elapsed", "gone_by"), behind)
    rest = window.at(window.phrases("elapsed", "into_rest"), behind)
    another = window.word(behind + 1) in data["lives"]["possessives"]  # "after 30 years, his rival"
    whole = bool(rest) or (of_the_whole(window, length) and not another)
    if not (led or gone) or not whole or since.last > length.first:
        return False
    start = length.first - led
    gap = range(since.last + 1, start)
    joins = {*data["parts"]["joins"], *data["speech"]["subordinators"]}
    joined = [n for n in gap if window.word(n) in joins | {*data["speech"]["conjunctions"]}]
    if since_word(window, since) is not None and split == window.first:
        own = joined == [start - 1] or (not joined and (window.word(start - 1) == "," or not led))
        if own:
            return True
    if any(window.word(at) in data["lives"]["relative"] for at in gap):
        return False  # "met Tom, who retires today after 30 years"
    lately = range(max(gap.start, start - STATE), start)
    now = any(window.word(at) in data["elapsed"]["now"] for at in lately)
    now = (now or of_these_days(window, lately)) and window.breaks(behind)
    leaves = {*data["elapsed"]["leaves_now"]}
    ends = split == window.first and any(
        window.word(at) in leaves and window.word(at - 1) in joins for at in gap
    )
    opens = start == split > window.first
    ends = ends or (opens and any(window.word(at) in leaves for at in range(behind, window.end)))
    return bool(led) and (now or ends) and _began(window, since)


def _later(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "closed in 1984. Forty years later it is still empty": the present tense."""
    data, at = window.lexicon.data["elapsed"], length.last + 1
    if window.word(at) not in data["later"] or length.first < since.last:
        return False
    end = at + 1 + window.breaks(at + 1)
    clause: list[str] = []
    ends = BREAKS | {*window.lexicon.data["parts"]["joins"]}
    while end < window.end and window.word(end) not in ends and len(clause) < CLAUSE:
        clause.append(window.word(end))
        end += 1
    leaves = not {*data["leaves_now"]}.isdisjoint(clause)
    came = leaves and close_to(window, since, "elapsed", "began")  # not a tale in the present
    return came or not {*data["present"]}.isdisjoint(clause)


def _state(window: Sentence, _split: int, since: Figure, length: Figure) -> bool:
    """As in "which closed in 2009, has stood empty for 15 years", "hält seit 37 Jahren"."""
    data = window.lexicon.data["elapsed"]
    led = window.before(window.phrases("elapsed", "held_for"), length.first)
    before = range(max(since.last + 1, length.first - led - STATE), length.first - led)
    behind = range(length.last + 1, length.last + 1 + CLAUSE)
    told = any(window.word(at) in data["states"] for at in (*before, *behind))
    gap = {window.word(at) for at in (*range(since.last + 1, length.first), *behind)}
    perfect = not data["perfect"] or not gap.isdisjoint(data["perfect"])
    own = gap.isdisjoint({";", *data["past"], *window.lexicon.data["parts"]["joins"]})
    return bool(led) and told and perfect and own and of_the_whole(window, length)


def _whole(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "run by them since 1948. The 75 years end", "took over in 2009. In his 15 years"."""
    data = window.lexicon.data["elapsed"]
    own = window.at(window.phrases("elapsed", "own"), length.last + 1)
    led = window.word(length.first - 1) in data["whole"]
    ends = (led or window.word(length.first - 1) == ",") and _ends(window, length)
    feast = _own_feast(window, split, length)
    text = length.claim.span.text
    attribute = "-" in text.split()[-1] or text[-1] in APOSTROPHES  # "its 30-year lease"
    of_it = window.word(length.last + 1) in APOSTROPHES  # "the 30 years' guarantee"
    told = led or (own and length.first == split) or ends
    if not told or (attribute and not feast) or of_it or since.last > length.first:
        return False
    whole = bool(own) or ends or of_the_whole(window, length)
    return whole and _began(window, since)


def _own_feast(window: Sentence, split: int, length: Figure) -> bool:
    """As in "Seit 1898 brennt hier ein Ofen. Ihr 125-jähriges Bestehen feiert die Hütte"."""
    noun = window.at(window.phrases("elapsed", "existence"), length.last + 1)
    another = window.word(length.last + 1 + noun) in window.lexicon.data["elapsed"]["of_another"]
    return bool(noun) and not another and length.first == split + 1 > window.first + 1


def _ends(window: Sentence, length: Figure) -> bool:
    """As in "When it closes on Saturday, 125 years of history will come to an end"."""
    past = window.at(window.phrases("elapsed", "histories"), length.last + 1)
    leaves = window.lexicon.data["elapsed"]["leaves"]
    soon = range(length.last + 1 + past, length.last + 1 + past + STATE)
    return bool(past) and any(window.word(at) in leaves for at in soon)


def _aged(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "The tunnel, opened in August 1985, is shut. It is almost 40 years old"."""
    thing = window.word(split) in window.lexicon.data["elapsed"]["pronouns"]
    unborn = window.words.isdisjoint(cues(window.lexicon, "lives", "born"))
    told = window.breaks(length.last + 1) and length.first - split <= SOON
    articles = window.lexicon.data["grammar"]["determiners"]
    before = since.first - 1  # not "hat die 1984 gebaute Halle gekauft"
    subject = window.word(before) not in articles or before == window.first
    return thing and unborn and told and subject and close_to(window, since, "elapsed", "founded")


def _after_event(window: Sentence, split: int, since: Figure, length: Figure) -> bool:
    """As in "will not be there on Saturday, 55 years after they stepped out in July 1969"."""
    after = window.at(window.phrases("durations", "after"), length.last + 1)
    clause = range(length.last + 1 + after, since.first)
    if not after or not clause or any(window.word(at) in BREAKS - {"("} for at in clause):
        return False
    data = window.lexicon.data["elapsed"]
    now = of_these_days(window, range(window.first, length.first))
    now = now or not window.words.isdisjoint(data["present"])
    return split == window.first and now and window.words.isdisjoint(data["past"])


def _began(window: Sentence, since: Figure) -> bool:
    """Is the year that of a beginning? Not of a birth."""
    if not window.words.isdisjoint(cues(window.lexicon, "lives", "born")):
        return False
    if since_word(window, since) is not None or made(window, since):
        return True
    lists = (("elapsed", "began"), ("elapsed", "founded"), ("durations", "begun_words"))
    return any(close_to(window, since, *each, reach=REACH) for each in lists)


def _celebrated(window: Sentence, length: Figure) -> bool:
    """As in "celebrate 70 years of marriage. They were married in November 1954"."""
    first, end = window.scene.passage.bounds(length.first)
    own = says(
        window, "elapsed", "celebrates", range(max(first, window.first), min(end, window.end))
    )
    return own and says(window, "elapsed", "married")
