"""Which way a clause looks: back, ahead, or neither."""

import pytest

from factcheck.document import Document
from factcheck.extract.passages import passages
from factcheck.extract.times.tense import FUTURE, OPEN, PAST, tense_at
from factcheck.languages.lexicon import load_lexicon
from factcheck.readers.text import blocks_of

# The tense at the word X.
SENTENCES = [
    ("de", "Am X teilte die Polizei mit, dass der Mann lebt.", PAST),
    ("de", "Der Rat hat am X den Plan beschlossen.", PAST),
    ("de", "Der Rat ist am X zurückgetreten.", PAST),
    ("de", "Am X wurde der Plan beschlossen.", PAST),
    ("de", "Der Minister soll am X gelogen haben.", PAST),
    ("de", "Am X soll der Plan beschlossen werden.", FUTURE),
    ("de", "Der Plan wird am X beschlossen.", FUTURE),
    ("de", "Die Abstimmung ist für X geplant.", FUTURE),
    ("de", "Bis X soll die Hälfte verkauft sein.", FUTURE),
    ("de", "Die Sitzung, die am X beginnt, wurde lange geplant.", OPEN),
    ("de", "Die Sitzung wurde am Abend, am X, abgebrochen.", PAST),
    ("de", "Am X beginnt die Sitzung.", OPEN),
    ("de", "Die gesamte Stadt feiert am X.", OPEN),
    ("en", "The council met on X in the hall.", PAST),
    ("en", "The council has decided on X to stay.", PAST),
    ("en", "The council will meet on X.", FUTURE),
    ("en", "The vote is expected on X.", FUTURE),
    ("en", "The council meets on X.", OPEN),
]


@pytest.mark.parametrize(("language", "text", "tense"), SENTENCES)
def test_tense(language: str, text: str, tense: int) -> None:
    (passage,) = passages(Document(text, blocks_of(text)), load_lexicon(language))
    at = list(passage.tokens.words).index("X")
    assert tense_at(passage, at, at) == tense
