"""A quotation that is printed twice in different words.

Worked example: the headline has "We are not there yet", the article "We are not ready yet" by the
same minister. Five words each, four the same in the same order (0.8), and "there" stands for
"ready": one of the two is not what was said. A heading whose marks take in more than the marks of
the article (heading: "cannot afford to lose time", article: cannot afford to "lose time with
forms") is only a note.

A word left out shortens a quotation and is silent, unless it is a negation; so are other endings
of one word ("hält", "halte"). Two quotations in the running text of the same speaker may be two
sentences that were both said: they are a note, unless eight words or more differ in one figure.

It cannot see: a quotation that is printed once; quotations of fewer than five words.
Source of the rule: what stands between quotation marks is what was said (German Press Code, 2.1).
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Evidence, Finding, Relation, Span
from factcheck.reference.names import fold
from factcheck.relations.same.quoted_twice import LONG, words_of

CODE = "FC501"
NAME = "quotation-repeated"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
SAME_STEM = 0.5
LEAST_STEM = 3


def check(article: Article) -> Iterator[Finding]:
    """Compare quotations that seem to be the same one."""
    for relation in article.related("quotation"):
        mentions = [span for span in relation.all("mention") if isinstance(span, Span)]
        left, right = words_of(mentions[0]), words_of(mentions[1])
        if left == right:
            continue
        changed = _changed(left, right, article)
        if changed is not None:
            one_figure = _one_figure(left, right)
            yield _differs(article, relation, mentions, changed, one_figure=one_figure)
        elif relation.sure and len(left) > len(right) and _moved(left, right):
            message = article.wording.say("quotation_marks_moved")
            yield JUDGE.finding("unclear", (), message, Working(), spans=mentions)


def _differs(
    article: Article,
    relation: Relation,
    mentions: Sequence[Span],
    changed: tuple[str, str],
    *,
    one_figure: bool,
) -> Finding:
    fields = {"here": changed[0] or "-", "there": changed[1] or "-"}
    working = article.wording.say("quotation_working", **fields)
    return JUDGE.finding(
        "mismatch" if relation.sure or one_figure else "unclear",
        (),
        article.wording.say("quotation_differs"),
        Working(working, (Evidence("article", mentions[1].text),)),
        decisive=False,
        spans=mentions,
    )


def _changed(left: Sequence[str], right: Sequence[str], article: Article) -> tuple[str, str] | None:
    """The first words by which the two say different things."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        here, there = left[a:b], right[c:d]
        if kind == "equal":
            continue
        if kind == "replace" and len(here) == len(there):
            pairs = zip(here, there, strict=True)
            if any(_apart(one, other, article) for one, other in pairs):
                return " ".join(here), " ".join(there)
        inner = a > 0 and b < len(left) and c > 0 and d < len(right)
        if inner and _negates(here, article) != _negates(there, article):
            return " ".join(here), " ".join(there)
    return None


def _one_figure(left: Sequence[str], right: Sequence[str]) -> bool:
    """Are two long quotations the same but for one figure?"""
    if len(left) != len(right) or len(left) < LONG:
        return False
    pairs = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and all(word[0].isdecimal() for word in pairs[0])


def _apart(one: str, other: str, article: Article) -> bool:
    """Two words that are no forms of one, of which one carries meaning."""
    stops = article.lexicon.stop_words
    if one in stops and other in stops:
        return False
    if one.isdecimal() or other.isdecimal():
        return one != other
    plain, other_plain = "".join(fold(one)), "".join(fold(other))
    stem = max(LEAST_STEM, int(SAME_STEM * min(len(plain), len(other_plain))))
    return plain[:stem] != other_plain[:stem]


def _negates(words: Sequence[str], article: Article) -> bool:
    negations = article.lexicon.data["quotations"]["negations"]
    return any(word in negations for word in words)


def _moved(left: Sequence[str], right: Sequence[str]) -> bool:
    """Do all words of the second stand together in the first?"""
    size = len(right)
    return any(tuple(left[at : at + size]) == tuple(right) for at in range(len(left) - size + 1))
