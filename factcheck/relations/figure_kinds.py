"""Kinds of figures that several relations treat alike."""

# Neither added, compared nor divided.
ASIDE = frozenset({"date", "ordinal", "age"})
# With or without a noun of their own.
NUMBERS = frozenset({"count", "number"})
SHARES = frozenset({"percentage", "fraction"})
# What tells by how much one value differs from another.
DIFFERENCES = SHARES | {"percentage_point"}
