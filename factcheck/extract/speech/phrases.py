"""The phrase that names a source, as printed: article, role, name, apposition, brackets.

Nouns begin with a capital here; the phrase ends before a preposition that tells when or where
something was said ("ein Sprecher des Ministeriums | am Montag").
"""

from factcheck.extract.speech.clauses import Unit

ADJECTIVES = 6
TITLE, PARTICLE = 7, 3
SIGNS = frozenset("„“\"»«‚‘'")


class Phrases:
    """Reads noun phrases of one unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.words = unit.tokens.words
        self.lowers = unit.tokens.lowers
        self.speech = unit.speech
        self.openings = {q.first: q.last for q in unit.quotations}

    def end(self, at: int, limit: int, *, subject: bool = False, carry: bool = True) -> int | None:
        """One past the noun phrase that begins at a token; None if none does.

        `subject` refuses articles that cannot be a subject's; `carry` takes "von X" along.
        """
        after = self._core(at, limit, subject)
        if after is None or self._pronoun(at, after):
            return after
        after = self._brackets(after, limit)
        for _ in range(4):
            more = self._carried(after, limit) if carry else None
            if more is None:
                break
            after = self._brackets(more, limit)
        return after

    def small(self, at: int) -> bool:
        """Does a capital letter only tell that a sentence begins: "Auch", "Am", "Nachdem"?"""
        lower = self.lowers[at]
        return lower in self.speech.small_words and lower not in self.speech.words("determiners")

    def is_body(self, first: int, last: int) -> bool:
        """Is a phrase a body or an office that can speak, or a name without an article?"""
        if self.words[first][0].isupper() and not self.small(first) and last == first + 1:
            return True
        for at in range(first, last):
            if self.lowers[at] in self.speech.words("prepositions"):
                return False
            capital = self.words[at][0].isupper()
            if capital and self.lowers[at].endswith(self.speech.bodies):
                return True
        return self.lowers[first] in self.speech.words("pronouns")

    def tells_day(self, at: int) -> bool:
        """As in "am Dienstagabend | der Minister": nothing belongs to a day."""
        calendar = self.unit.passage.lexicon.calendar_words
        lower = self.unit.tokens.lower(at)
        return lower in calendar or lower.endswith(self.speech.day_ends)

    def with_apposition(self, after: int, limit: int) -> int:
        """The phrase with ", Chef der Firma Y," behind it, or unchanged."""
        for _ in range(2):
            if after + 1 >= limit or self.words[after] != "," or after + 1 in self.openings:
                return after
            more = self.end(after + 1, limit)
            if more is None or not (more >= limit or self.words[more] in ",:.–;"):
                return after
            if self.lowers[after + 1] in self.speech.words("pronouns"):
                return after
            after = more
        return after

    def _core(self, at: int, limit: int, subject: bool) -> int | None:
        if at >= limit:
            return None
        lowers, words = self.lowers, self.words
        determined = lowers[at] in self.speech.words("determiners")
        if subject and lowers[at] in self.speech.words("oblique"):
            return None
        if lowers[at] in self.speech.words("pronouns"):
            return at + 1
        if not determined and words[at][0].islower():
            return self._address(at, limit) or self._bare(at, limit)
        index = at + 1 if determined else at
        if determined and index < limit and lowers[index] in self.speech.words("determiners"):
            index += 1
        if determined and index < limit and lowers[index] in self.speech.words("prepositions"):
            index = self.end(index + 1, limit, carry=False) or index
        head = self._head(index, limit)
        if head is None and determined and lowers[at] in self.speech.words("past_referring"):
            return at + 1
        return head

    def _pronoun(self, at: int, after: int) -> bool:
        """A pronoun stands alone: "er | von der Stadt"."""
        return after == at + 1 and self.lowers[at] in self.speech.words("pronouns")

    def _address(self, at: int, limit: int) -> int | None:
        """As in "example.org"."""
        glued = self.unit.tokens.glued
        while at + 2 < limit and self.words[at + 1] in ".-" and glued(at + 1) and glued(at + 2):
            if self.words[at + 1] == ".":
                return at + 3
            at += 2
        return None

    def _bare(self, at: int, limit: int) -> int | None:
        """Adjectives without an article: "iranische Medien"."""
        if not self.speech.adjective(self.lowers[at]):
            return None
        return self._head(at, limit)

    def _head(self, index: int, limit: int) -> int | None:
        """Over adjectives to the capitalised words."""
        steps = 0
        while index < limit and not self._capital(index) and steps < ADJECTIVES:
            if index in self.openings:
                break
            if not (
                self.speech.adjective(self.lowers[index])
                or self.words[index] in "-,"
                or self._figure(index)
            ):
                return None
            index += 1
            steps += 1
        if index < limit and index in self.openings:
            index = self.openings[index] + 1
        elif index >= limit or not self._capital(index):
            return None
        return self._run(index, limit)

    def _run(self, index: int, limit: int) -> int:
        """Capitalised words, names with particles, hyphens, initials, quoted names."""
        particles = self.speech.words("name_particles")
        first = index
        while index < limit:
            word = self.words[index]
            if self._figure(index) and index > first and self._counts(index):
                break  # "laut Angaben | 62 Zivilisten"
            if self._capital(index) or self._figure(index):
                index += 1
            elif index in self.openings and self._title(index):
                index = self.openings[index] + 1
            elif (
                word in "-/&’'"
                and index + 1 < limit
                and (word == "&" or self.unit.tokens.glued(index) or self._capital(index + 1))
                and self.words[index + 1][0].isalpha()
            ):
                index += 2
            elif (
                word == "."
                and len(self.words[index - 1]) <= 4
                and index + 1 < limit
                and self._capital(index + 1)
            ):
                index += 1
            elif self.lowers[index] in particles and index + 1 < limit and self._capital(index + 1):
                index += 2
            else:
                break
        return index

    def _title(self, opening: int) -> bool:
        """A short name in quotation marks, not something said: "die Zeitung „Blauwal Heute“"."""
        last = self.openings[opening]
        inside = self.words[opening + 1 : last]
        return len(inside) < TITLE and not any(
            word.islower() and len(word) > PARTICLE for word in inside
        )

    def _counts(self, at: int) -> bool:
        """A figure behind a name that counts what follows, or stands behind a source noun."""
        before = self.lowers[at - 1]
        source = before in self.speech.words("source_nouns") or before.endswith(
            self.speech.source_ends
        )
        following = self.words[at + 1 : at + 2]
        return source or bool(following and following[0][0].isupper())

    def _carried(self, after: int, limit: int) -> int | None:
        """A genitive or a preposition that belongs to the phrase, or "und" and another."""
        if after >= limit:
            return None
        lower = self.lowers[after]
        if after + 1 < limit and self._figure(after + 1):
            return None  # "ein Plus laut Verband | von 9,2 Prozent"
        if lower in self.speech.words("carrying"):
            inside = lower not in self.speech.words("determiners")
            if inside:
                return self._core(after + 1, limit, False)
            return self._core(after, limit, False)
        if lower in self.speech.words("joining"):
            return self._core(after + 1, limit, False)
        return None

    def _brackets(self, after: int, limit: int) -> int:
        if after < limit and self.words[after] == "(":
            for index in range(after + 1, min(limit, after + 14)):
                if self.words[index] == ")":
                    return index + 1
        return after

    def _capital(self, index: int) -> bool:
        return self.words[index][0].isupper()

    def _figure(self, index: int) -> bool:
        return self.words[index][0].isdecimal()
