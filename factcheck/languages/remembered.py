"""What is thought about once for each different word: most words of a text occur in it again."""

from typing import TypeVar

Value = TypeVar("Value")
# More words than most archives have; those beyond are read each time.
MOST = 1 << 18


class Remembered(dict[str, Value]):
    """Word -> what `read` makes of it, remembered up to a bound."""

    def read(self, word: str) -> Value:
        """What a word that was not met before means."""
        raise NotImplementedError

    def __missing__(self, word: str) -> Value:
        value = self.read(word)
        if len(self) < MOST:
            self[word] = value
        return value
