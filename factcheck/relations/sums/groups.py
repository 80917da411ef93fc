"""Groups of which a total is: "103,000 in the two months", "in beiden Jahren also 103.000".

As many as the items before are months, years or rooms, in the clause of the total: behind it and
at the end, or before it with nothing but small words between. They may not be others, of another
time: "in the two months before".
"""

from factcheck.relations.sentence import Figure, Sentence, clause_of

PAIR = 2
MOST = 6
GROUPS = frozenset({"duration", "count"})


def groups_of(window: Sentence, total: Figure) -> list[tuple[int, tuple[int, int]]]:
    """How many groups the clause of a total names, and the tokens that do."""
    lexicon = window.lexicon
    both, numbered = lexicon.words("sums", "both"), [f for f in window.figures if _few(f)]
    if not numbered and window.words.isdisjoint(both):
        return []
    clause, past = clause_of(window, total), window.phrases("changes", "past")
    if any(window.at(past, at) for at in clause):
        return []
    found: list[tuple[int, tuple[int, int]]] = []
    for figure in numbered:
        before = window.word(figure.first - 1)
        leading = before in lexicon.words("changes", "definite")
        if figure.kind == "duration":  # not "eight top three hits"
            leading = leading or before in lexicon.words("parts", "before_whole")
        if (
            leading
            and figure is not total
            and figure.first in clause
            and _ends(window, figure, total)
        ):
            found.append((int(figure.quantity.value or 0), (figure.first, figure.last)))
    told = (at for at in clause if window.word(at) in both and _leads(window, at + 1, total))
    return [*found, *((PAIR, (at, at)) for at in told)]


def _few(figure: Figure) -> bool:
    return figure.kind in GROUPS and PAIR <= (figure.quantity.value or 0) <= MOST


def _ends(window: Sentence, group: Figure, total: Figure) -> bool:
    """Not "in the two years to 2024", "in the two months before"."""
    if group.first > total.last:
        return window.breaks(group.last + 1)
    return _leads(window, group.last, total)


def _leads(window: Sentence, last: int, total: Figure) -> bool:
    """As in "in beiden Monaten also 103.000.", with nothing but small words up to the total."""
    data = window.lexicon.data
    small = {*window.lexicon.stop_words, *data["changes"]["thus"], *data["sums"]["loose"]}
    small |= {*data["worked_shares"]["is"], *data["changes"]["has_value"]}
    light = all(window.word(at) in small for at in range(last + 1, total.first))
    return light and last < total.first and window.breaks(total.last + 1)
