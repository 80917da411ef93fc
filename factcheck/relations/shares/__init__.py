"""Parts of a whole, their shares, and sides that exclude each other."""
