"""One person's surname is spelt in one way throughout the article.

Worked example: "Michael Schumann" stands 4 times, "Michael Schuman" once. The first names are
equal, the surnames of 7 and 8 letters 1 apart (an n left out), and the rare form is there
once: a warning that names both. Two known transcriptions of one holder of an office ("Zelenskyy"
and "Zelensky", both in the table) are found wherever they are mixed in the running text.

Two persons are compared only if a full first name or an office of the tables is the same, one form
stands once and the other at least twice, or both in full, and not in one sentence. Left alone are
surnames of fewer than six letters, accents, umlauts spelt out, a genitive's ending, and
transcriptions inside quotation marks and in headlines.

A surname alone that stands once, like a name and one letter inside off that of somebody named in
full, is found too.

It cannot see: a slip in a short name, or in a first letter or an ending; two persons who are named
so alike in truth.
Source of the rule: spellings that change within an article, seen in translated news.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from factcheck.claims import Article
from factcheck.comparison.judge import Judge, Working
from factcheck.extract.people.name_words import load_name_words
from factcheck.extract.people.stray_names import stray_names
from factcheck.model import Finding, Person, Span
from factcheck.reference.names import fold
from factcheck.reference.spelling import slips, sound, spelt_alike

CODE = "FC502"
NAME = "name-spelling"
PRECISION = "M"

JUDGE = Judge(CODE, NAME, PRECISION)
SHORTEST = 6
COMMON = 2
MOST_SLIPS = 2
HONORIFICS = ("masculine", "feminine", "either")
SHORTEST_FIRST_NAME = 3
ENDINGS = ("s", "es")
AGE = re.compile(r"\s*[,(]\s*\d")


def check(article: Article) -> Iterator[Finding]:
    """Compare the forms of each known person, and persons of one first name or office."""
    found: dict[tuple[int, int], Finding] = {}
    for person in article.people.all:
        for finding in _mixed(article, person):
            found[_place(finding)] = finding
    for group in _groups(article.people.all):
        for one, other in combinations(group, 2):
            rare, common = sorted((one, other), key=lambda person: len(person.mentions))
            known = len(common.mentions) >= COMMON or _both_in_full(rare, common)
            if len(rare.mentions) == 1 and known and _slip(rare.name, common.name):
                if _side_by_side(article, rare, common):
                    continue
                finding = _finding(article, rare.mentions[0], common.mentions[0], common.name)
                found.setdefault(_place(finding), finding)
    for finding in (*_behind_titles(article), *_alone(article)):
        found.setdefault(_place(finding), finding)
    yield from found.values()


def _place(finding: Finding) -> tuple[int, int]:
    return finding.spans[0].start, finding.spans[0].end


def _groups(people: Sequence[Person]) -> Iterator[list[Person]]:
    """Those of one first name, and those of one office: nobody else is compared."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        words = fold(person.name)
        if len(words) > 1 and len(words[0]) >= SHORTEST_FIRST_NAME:
            groups[words[0]].append(person)
        for office in {office for role in person.roles for office in role.offices}:
            groups[office].append(person)
    return (group for group in groups.values() if len(group) > 1)


def _behind_titles(article: Article) -> Iterator[Finding]:
    """As in "Finanzminister Brandtner" beside Karl Brandner, "Ms Pulfrod": a title of a person or
    an honorific, and a word that stands once and is no name of anybody."""
    by_title: dict[str, list[Person]] = defaultdict(list)
    by_letter: dict[str, list[Person]] = defaultdict(list)
    surnames = {person.name.split()[-1] for person in _known(article)}
    for person in _known(article):
        by_letter[person.name.split()[-1][0]].append(person)
        for title in {title.text.split()[-1].lower() for title in person.titles}:
            by_title[title].append(person)
    persons = article.lexicon.data["persons"]
    honorifics = {word for key in HONORIFICS for word in persons[f"honorifics_{key}"]}
    telling = honorifics.union(by_title)
    named: list[Span] | None = None
    for scene in article.scenes:
        lowers = scene.passage.tokens.lowers
        for at in [at for at, lower in enumerate(lowers[:-1], 1) if lower in telling]:
            lower = lowers[at - 1]
            rare = scene.passage.span(at, at)
            if not rare.text.istitle() or rare.text in surnames or len(rare.text) < SHORTEST:
                continue
            if article.document.text.count(rare.text) != 1:
                continue
            bearers = by_letter[rare.text[0]] if lower in honorifics else by_title[lower]
            fitting = [each for each in bearers if _slip(rare.text, each.name)]
            near = [(each.mentions[0], each.name) for each in fitting]
            if not near and lower in honorifics:
                named = named if named is not None else list(_named_twice(article, telling))
                near = [(each, each.text) for each in named if _slip(rare.text, each.text)]
            if len(near) == 1:
                yield _finding(article, rare, *near[0])


def _named_twice(article: Article, titles: Collection[str]) -> Iterator[Span]:
    """Two capitalised words of which the second stands again alone: "Elspeth Cairncross", whose
    first name is in no table."""
    told: Counter[str] = Counter()
    nouns = article.lexicon.data["grammar"]["capitalised_nouns"]
    full: dict[str, dict[str, Span]] = defaultdict(dict)
    for scene in article.scenes:
        tokens = scene.passage.tokens
        for at, word in enumerate(tokens.words):
            if len(word) < SHORTEST or not (word.isalpha() and word.istitle()):
                continue
            told[word] += 1
            before = tokens.words[at - 1] if at else ""
            name = before.isalpha() and before.istitle() and tokens.lowers[at - 1] not in titles
            name = name and not (nouns and at - 1 == scene.passage.bounds(at)[0])
            if name and tokens.lowers[at - 1] not in article.lexicon.stop_words:
                full[word].setdefault(before, scene.passage.span(at - 1, at))
    for word, bearers in full.items():
        if told[word] > 1 and len(bearers) == 1:
            yield from bearers.values()


def _alone(article: Article) -> Iterator[Finding]:
    """As in "sagte Mehlhose" beside Friederike Mehlhase: a surname alone that nobody bears."""
    passages = [scene.passage for scene in article.scenes]
    first = load_name_words(article.tables, article.lexicon).is_first
    strays = list(stray_names(passages, article.people.all, article.names))
    strays = [(rare, person) for rare, person in strays if not first(rare.text.lower())]
    words = {rare.text for rare, _ in strays}
    told = Counter(
        word for each in passages if words for word in each.tokens.words if word in words
    )
    for rare, person in strays:
        mentions = person.mentions
        once = told[rare.text] == 1 and not article.in_quotation(rare)
        if once and not any(article.same_sentence(rare, each) for each in mentions):
            yield _finding(article, rare, mentions[0], person.name)


def _known(article: Article) -> Iterator[Person]:
    """The persons named in full who are named again."""
    for person in article.people.all:
        if len(person.name.split()) > 1 and len(person.mentions) >= COMMON:
            yield person


def _both_in_full(one: Person, other: Person) -> bool:
    """First name and surname of both: two persons are hardly called so alike."""
    names = (one.name.split(), other.name.split())
    return all(len(name) > 1 for name in names) and names[0][0] == names[1][0]


def _side_by_side(article: Article, rare: Person, common: Person) -> bool:
    """Both named in full in one sentence, or each with an age behind the name."""
    if all(_aged(article, person) for person in (rare, common)):
        return True
    full = [mention for mention in common.mentions if len(mention.text.split()) > 1]
    return any(article.same_sentence(rare.mentions[0], other) for other in full)


def _aged(article: Article, person: Person) -> bool:
    """As in "Thomas Keegan, 41,"."""
    end = person.mentions[0].end
    return AGE.match(article.document.text, end) is not None


def _slip(rare: str, common: str) -> bool:
    """One letter between surnames of six or more, and no other first name."""
    one, other = rare.split(), common.split()
    if min(len(one[-1]), len(other[-1])) < SHORTEST or spelt_alike(one[-1], other[-1]):
        return False
    if len(one) > 1 and len(other) > 1 and not spelt_alike(one[0], other[0]):
        return False
    shorter, longer = sorted((one[-1].lower(), other[-1].lower()), key=len)
    if any(shorter + ending == longer for ending in ENDINGS):
        return False
    if "-" in shorter and shorter[0] != longer[0] and len(shorter) == len(longer):
        return False  # "Kim Jong-suk" and "Kim Yong-suk"
    return slips(one[-1], other[-1]) == 1


def _mixed(article: Article, person: Person) -> Iterator[Finding]:
    """Two transcriptions of one holder in the running text."""
    rows = article.holders.rows_of(person.name) if len(person.name.split()) > 1 else []
    known = {name.split()[-1] for row in rows for name in (row.person, *row.aliases)}
    if len({row.person for row in rows}) != 1 or len(known) < COMMON:
        return
    running = [span for span in person.mentions if _running(article, span)]
    forms: dict[str, list[Span]] = defaultdict(list)
    for span in running:
        surname = span.text.split()[-1]
        form = next((name for name in forms if spelt_alike(name, surname)), surname)
        forms[form].append(span)
    if len(forms) < COMMON or not all(
        any(spelt_alike(form, name) for name in known) for form in forms
    ):
        return
    if not all(_transcribed(one, other) for one, other in combinations(forms, 2)):
        return
    usual, rare = Counter({form: len(spans) for form, spans in forms.items()}).most_common()[:2]
    yield _finding(article, forms[rare[0]][0], forms[usual[0]][0], forms[usual[0]][0].text)


def _transcribed(one: str, other: str) -> bool:
    """Two ways to write one surname, no second name or nickname."""
    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    if longer.endswith("-" + shorter):
        return False  # "Moon" may be another than Ban Ki-moon
    return sound(one) == sound(other) or slips(one, other) <= MOST_SLIPS


def _running(article: Article, span: Span) -> bool:
    """Neither in a headline nor inside quotation marks."""
    return article.document.block_at(span.start).kind != "headline" and not article.in_quotation(
        span
    )


def _finding(article: Article, rare: Span, usual: Span, name: str) -> Finding:
    fields = {"rare": rare.text, "usual": usual.text, "name": name}
    return JUDGE.finding(
        "mismatch",
        (),
        article.wording.say("names_differ", **fields),
        Working(suggestion=article.wording.say("name_suggest", holder=name)),
        spans=(rare, usual),
    )
