"""An announced number of things is the number of things listed.

Worked example: "die fünf größten Militärnationen - Frankreich, Deutschland, Großbritannien, Italien
und Polen -". Announced 5; listed 1 Frankreich, 2 Deutschland, 3 Großbritannien, 4 Italien, 5 Polen:
they agree. Without Polen the list has 4 and the sentence is flagged.

A list is counted where a dash, colon or bracket opens it and a final "und" or "and" closes it, and
called a mismatch only where every item is a known name, at most three words, a title in quotation
marks or a year. Lists that leave something out ("darunter", "including"), announce a part ("drei
weitere") or have an item that is several ("das Ehepaar") stay silent, and so do headings, which
play with words.

It cannot see: lists without a conjunction, items with commas of their own, lists over sentences.
Source of the rule: published corrections that count one too many or too few.
"""

from collections.abc import Iterator

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.model import Finding, Relation

CODE = "FC101"
NAME = "list-count"
PRECISION = "H"

JUDGE = Judge(CODE, NAME, PRECISION)


def check(article: Article) -> Iterator[Finding]:
    """Compare each announced number with its list."""
    for relation in article.related("list"):
        finding = _judged(article, relation)
        if finding is not None:
            yield finding


def _judged(article: Article, relation: Relation) -> Finding | None:
    claim = relation.claim("announced")
    items = relation.all("item")
    if claim.quantity is None or claim.quantity.value is None:
        return None
    announced, listed = int(claim.quantity.value), len(items)
    heading = article.document.block_at(claim.span.start).heading
    if announced != listed and (not relation.sure or heading):
        return None
    names = [item.text if hasattr(item, "text") else "" for item in items]
    numbered = ", ".join(f"{number} {name}" for number, name in enumerate(names, 1))
    spans = (claim.span, *(item for item in items if hasattr(item, "text")))
    fields = {"announced": announced, "listed": listed, "figure": claim.span.text}
    agrees = announced == listed
    return JUDGE.finding(
        "supported" if agrees else "mismatch",
        (claim,),
        article.wording.say("list_agrees" if agrees else "list_differs", **fields),
        Working(
            article.wording.say("list_working", items=numbered, **fields),
            (article.quote(relation.span),),
            None if agrees else article.wording.say("list_suggest", **fields),
        ),
        spans=[span for span in spans if not hasattr(span, "quantity")],
    )
