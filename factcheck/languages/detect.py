"""Tell the language of a text by a vote of stop words."""

import re
from collections import Counter

from factcheck.languages.lexicon import known_languages, load_stop_words

VOTERS = 4000
WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """The code of the language most of whose stop words occur; None without any stop word."""
    words = Counter(word.lower() for word in WORD.findall(text[: VOTERS * 6]))
    votes = {code: sum(words[word] for word in load_stop_words(code)) for code in known_languages()}
    best = max(votes, key=lambda code: (votes[code], code))
    return best if votes[best] else None
