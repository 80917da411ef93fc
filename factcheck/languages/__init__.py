"""Languages as data: one TOML file each, read into a Lexicon."""
