"""People: who is named, in which office, and whom a phrase means."""
