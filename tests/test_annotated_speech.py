"""The annotated passages are sound, and attribution is no worse on them than it was."""

import json

import pytest

from tests import score_speech

LEAST = 60
SILENT = 15


@pytest.mark.parametrize("language", ["de", "en"])
def test_passages_are_sound(language: str) -> None:
    passages = score_speech.load(language)
    assert len(passages) >= LEAST
    assert len({passage.id for passage in passages}) == len(passages)
    assert sum(not passage.quotes for passage in passages) >= SILENT
    for passage in passages:
        for quote in passage.quotes:
            assert quote.mode in {"direct", "mixed", "indirect", "hearsay"}
            spans = [*quote.content, *([quote.source] if quote.source else [])]
            assert all(0 <= first < last <= len(passage.text) for first, last in spans)


@pytest.mark.parametrize("language", ["de", "en"])
def test_attribution_does_not_get_worse(language: str) -> None:
    recorded = json.loads(score_speech.RECORDED.read_text("utf-8"))[language]
    reached = score_speech.score(language)
    assert all(reached[level] >= recorded[level] for level in score_speech.LEVELS)
