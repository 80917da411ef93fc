"""A quotation that the user keeps in a table has its words and its speaker.

Worked example: the table has "Wir werden die Ukraine so lange wie nötig unterstützen", by Kaja
Kallas. "Wir werden die Ukraine so kurz wie nötig unterstützen" shares 8 of its 9 words, so they
are alike by 2 * 8 / 18 = 0.89, and `kurz` for `lange` is a word that says something: it does not
agree. The whole sentence, or a part of five words or more without a change, agrees; said of
somebody else, its speaker does not.

Judged are quotations of at least five words whose words are those of one row to eight parts in
ten. A difference of function words alone is a note. Words left out are no difference where the
article marks them with dots or brackets.

It cannot see: quotations that stand in no table, and those translated from another language.
Source of the rule: the quotations of the user's own table (`quotations.csv`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.languages.tokens import tokenise
from factcheck.model import Claim, Evidence, Finding, Span
from factcheck.reference.names import fold
from factcheck.reference.rows import Quoted

CODE = "FC505"
NAME = "quotation-reference"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)
LEAST = 5
ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class _Match:
    """A row, how much of the words is the same, and the words that differ: the article's, its."""

    row: Quoted
    alike: float
    said: tuple[str, ...]
    kept: tuple[str, ...]


def check(article: Article) -> Iterator[Finding]:
    """Hold every quotation of the article against those of the user's tables."""
    if not article.tables.quotations:
        return
    for span in article.speech.quotations:
        words = _words(span.text)
        claim = _claim(article, span)
        if len(words) < LEAST or claim is None:
            continue
        near = [row for row in article.tables.quotations if _shares(words, row.quotation)]
        best = max((_match(words, row) for row in near), key=lambda m: m.alike, default=None)
        if best is not None and best.alike >= ALIKE:
            yield _judged(article, claim, span, best)


def _shares(words: list[str], kept: str) -> bool:
    """Are most of the words somewhere in the row? Quick, before they are laid side by side."""
    wanted = set(words)
    return 2 * len(wanted & _word_set(kept)) > len(wanted)


@lru_cache(maxsize=1 << 16)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(_words(text))


def _claim(article: Article, span: Span) -> Claim | None:
    """The claim that stands for a quotation: one whose attribution holds its words."""
    for claim in article.claims:
        content = claim.attribution.content if claim.attribution else ()
        if any(part.start < span.end and span.start < part.end for part in content):
            return claim
    return None


def _match(words: list[str], row: Quoted) -> _Match:
    """How the words lie in those of the row, from the first that is the same to the last."""
    kept = _words(row.quotation)
    matcher = SequenceMatcher(None, words, kept, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return _Match(row, 0, (), ())
    same = sum(block.size for block in blocks)
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(kept), blocks[-1].b + len(words) - blocks[-1].a)
    window = kept[first:last]
    said, others = [], []
    inner = SequenceMatcher(None, words, window, autojunk=False)
    for tag, low, high, start, end in inner.get_opcodes():
        if tag != "equal":
            said += words[low:high]
            others += window[start:end]
    return _Match(row, 2 * same / (len(words) + len(window)), tuple(said), tuple(others))


def _judged(article: Article, claim: Claim, span: Span, match: _Match) -> Finding:
    wording, row = article.wording, match.row
    text = wording.say("kept_quotation_row", quotation=row.quotation, speaker=row.speaker)
    evidence = Evidence("table", text, row.source, row.url, row.checked_on.text, row.row)
    working = Working(evidence=(evidence,))
    changed = [word for word in (*match.said, *match.kept) if _says_something(article, word)]
    signs = article.lexicon.data["quotation_table"]["left_out"]
    shortened = not match.said and any(sign in span.text for sign in signs)
    if changed and not shortened:
        message = wording.say(
            "kept_quotation_differs",
            said=" ".join(match.said) or "-",
            kept=" ".join(match.kept) or "-",
        )
        return JUDGE.finding("mismatch", (claim,), message, working, decisive=False, spans=(span,))
    speaker = claim.attribution.speaker if claim.attribution else None
    if speaker and row.speaker and not _same_person(speaker, row.speaker):
        message = wording.say("kept_quotation_speaker", speaker=row.speaker)
        return JUDGE.finding("mismatch", (claim,), message, working, decisive=False, spans=(span,))
    if (match.said or match.kept) and not shortened:
        message = wording.say("kept_quotation_nearly")
        return JUDGE.finding("unclear", (claim,), message, working, spans=(span,))
    message = wording.say("kept_quotation_agrees")
    return JUDGE.finding("supported", (claim,), message, working, spans=(span,))


def _says_something(article: Article, word: str) -> bool:
    """A number, a negation, or a word that is no function word."""
    denied = article.lexicon.data["figures"]["denied"]
    return word.isdigit() or word in denied or word not in article.lexicon.stop_words


def _same_person(said: str, kept: str) -> bool:
    """Do the two names end alike? A bare surname is enough."""
    first, second = fold(said), fold(kept)
    return bool({*first[-1:]} & {*second} or {*second[-1:]} & {*first})


def _words(text: str) -> list[str]:
    return [word for word in tokenise(text).lowers if word.isalnum()]
