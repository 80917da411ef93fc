"""Join the mentions of a document into persons, and give every surname alone to its bearer."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.extract.passages import Passage
from factcheck.extract.people.mentions import Mention
from factcheck.extract.people.name_words import NameWords
from factcheck.languages.phrases import PhraseTable
from factcheck.model import Person, Span
from factcheck.reference.names import People, first_names_agree, fold

# The last words of these names ("Albert II of Belgium") are no surnames.
NUMBERED = ":monarch"

Bearers = Mapping[str, list["Bearer"]]


@dataclass(slots=True)
class Bearer:
    """A person while the mentions are being gathered; `key` is the surname without a genitive."""

    key: str
    first_names: tuple[str, ...]
    gender: str | None
    forms: set[str]
    mentions: list[Mention] = field(default_factory=list)
    surnames: list[Span] = field(default_factory=list)

    def take(self, mention: Mention) -> None:
        """Add a mention that is this person's."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        self.first_names = max(self.first_names, _first_names(mention), key=len)

    def could_be(self, mention: Mention) -> bool:
        """Does nothing in the mention speak against this person?"""
        if self.gender and mention.gender and self.gender != mention.gender:
            return False
        said = _first_names(mention)
        if not said or not self.first_names:
            return True
        return first_names_agree(said, self.first_names) or first_names_agree(
            self.first_names, said
        )


def gathered(
    mentions: Sequence[Mention], passages: Sequence[Passage], people: People
) -> dict[str, list[Bearer]]:
    """The persons by surname; `mentions` in the order of the text."""
    printed = {lower for passage in passages for lower in passage.tokens.lowers}
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for mention in mentions:
        surname = _without_genitive(mention, printed)
        known = _known_surnames(mention, people)
        key = known[0] if known else surname
        fitting = [bearer for bearer in bearers[key] if bearer.could_be(mention)]
        if fitting:
            fitting[-1].take(mention)
        else:
            bearer = Bearer(key, _first_names(mention), mention.gender, set())
            bearer.mentions.append(mention)
            bearers[key].append(bearer)
        (fitting or bearers[key])[-1].forms.update((surname, *known))
    return bearers


def _known_surnames(mention: Mention, people: People) -> list[str]:
    """How the table spells the surname of the one person whom a full name means, its own first."""
    if len(mention.parts) < 2:
        return []
    rows = people.rows_of(" ".join(mention.parts))
    if len({row.person for row in rows}) != 1 or any(row.office.endswith(NUMBERED) for row in rows):
        return []
    names = [rows[0].person, *(alias for row in rows for alias in row.aliases)]
    return list(dict.fromkeys(name.split()[-1].lower() for name in names))


def _without_genitive(mention: Mention, printed: set[str]) -> str:
    """The last word of a name; without the genitive's ending where the document shows it so."""
    surname = mention.parts[-1]
    ending = mention.passage.lexicon.data["persons"]["genitive_end"]
    if ending and surname.endswith(ending) and surname[: -len(ending)] in printed:
        return surname[: -len(ending)]
    return surname


def add_surnames(passages: Sequence[Passage], bearers: Bearers, words: NameWords) -> None:
    """Every surname alone goes to the bearer named last before it, else to the first after it."""
    ending = passages[0].lexicon.data["persons"]["genitive_end"] if passages else ""
    forms = [(form, key) for key, own in bearers.items() for each in own for form in each.forms]
    inflected = [(form + ending, key) for form, key in forms] if ending else []
    table = PhraseTable([*forms, *inflected])
    places = {key: _places(own) for key, own in bearers.items()}
    taken = {
        (m.passage.tokens.starts[at])
        for own in bearers.values()
        for bearer in own
        for m in bearer.mentions
        for at in range(m.first, m.last + 1)
    }
    first_words = table.first_words
    for passage in passages:
        lowers, starts = passage.tokens.lowers, passage.tokens.starts
        for index in [at for at, lower in enumerate(lowers) if lower in first_words]:
            hit = table.at(passage.tokens, index)
            if hit is None or starts[index] in taken:
                continue
            begins, own = places[hit[1]]
            bearer = own[max(bisect_right(begins, starts[index]) - 1, 0)]
            span = _alone(passage, index, index + hit[0] - 1, bearer, words)
            if span is not None:
                bearer.surnames.append(span)


def person_of(bearer: Bearer, people: People) -> Person:
    """The finished record of a person."""
    longest = max(bearer.mentions, key=lambda m: (len(m.parts), m.parts[-1] in bearer.forms))
    name = longest.passage.span(longest.first, longest.last).text
    ending = longest.passage.lexicon.data["persons"]["genitive_end"]
    if ending and longest.parts[-1] not in bearer.forms and name.endswith(ending):
        name = name[: -len(ending)]
    rows = people.rows_of(name) if len(longest.parts) > 1 else []
    genders = {row.gender for row in rows if row.gender}
    gender = bearer.gender or (genders.pop() if len(genders) == 1 else None)
    spans = [m.passage.span(m.first, m.last) for m in bearer.mentions] + bearer.surnames
    return Person(
        name,
        gender,
        tuple(m.role for m in bearer.mentions if m.role is not None),
        tuple(m.title for m in bearer.mentions if m.title is not None),
        tuple(sorted(spans, key=lambda span: span.start)),
    )


def _first_names(mention: Mention) -> tuple[str, ...]:
    return tuple(part for word in mention.parts[:-1] for part in fold(word))


def _places(own: Sequence[Bearer]) -> tuple[list[int], list[Bearer]]:
    """Where the bearers of one surname are named in full, and who it is there."""
    pairs = sorted(_starts(own), key=lambda pair: pair[0])
    return [start for start, _ in pairs], [bearer for _, bearer in pairs]


def _starts(own: Sequence[Bearer]) -> Iterator[tuple[int, Bearer]]:
    for bearer in own:
        for mention in bearer.mentions:
            yield mention.passage.tokens.starts[mention.first], bearer


def _alone(
    passage: Passage, first: int, last: int, bearer: Bearer, words: NameWords
) -> Span | None:
    """The span of a surname with its particles, None where the word is more likely another."""
    tokens = passage.tokens
    if not tokens.words[first][0].isupper():
        return None
    after = last + 1
    if after < len(tokens) and tokens.words[after] == "-" and tokens.glued(after):
        return None
    if first and tokens.words[first - 1] == "-" and tokens.glued(first):
        return None
    begin = first
    while begin and tokens.lowers[begin - 1] in bearer.first_names:
        begin -= 1  # "von der" of "von der Leyen"
    if begin and not _may_follow(passage, begin - 1, words):
        return None
    return passage.span(begin, last)


def _may_follow(passage: Passage, index: int, words: NameWords) -> bool:
    """May a surname stand behind this word? Behind an article it is a noun, behind a name it is
    the second half of another one."""
    word, lower = passage.tokens.words[index], passage.tokens.lowers[index]
    grammar = passage.lexicon.data["grammar"]
    if index + 1 in passage.starts:
        return True
    if lower in grammar["determiners"]:
        return words[passage.tokens.lowers[index]] is not None
    if grammar["capitalised_nouns"] or not word[0].isupper():
        return True
    return index == passage.bounds(index)[0] or words[lower] is not None
