"""One measure in two units, signs and scale words."""
