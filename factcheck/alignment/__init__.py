"""Which sentence and which figure of a source belongs to one of the article, in any language.

`lines.py` reads a document as lines, `index.py` finds those like a given one, `statements.py` the
one that a statement retells. The folders are what is held against the source: figures, dates,
names, and who says what; `choosing` weighs which of several candidates is the one meant.
"""
