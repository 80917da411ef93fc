"""Ids of claims and findings, which survive edits elsewhere in the text."""

import hashlib


def digest(*parts: str) -> str:
    """Eight hexadecimal digits that name these texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]
