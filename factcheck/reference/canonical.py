"""The one way our CSV files are written, so that a change of one row is a change of one line.

UTF-8 without a mark, LF, a final newline, quotation marks only where CSV needs them, no blanks
around a cell; concepts, office holders and groups are sorted. To bring files into this form:

    python -m factcheck.reference.canonical reference_data/*.csv
"""

import csv
import io
import sys
from pathlib import Path
from typing import Final

# The columns by which a table is sorted; the others keep the order in which they were written.
ORDER: Final = {
    "concepts.csv": ("concept", "language", "term", "form"),
    "office_holders.csv": ("office", "valid_from", "person"),
    "first_names.csv": ("name",),
    "groups.csv": ("group", "valid_from", "member"),
}


def canonical(path: Path) -> str:
    """The text that the file should have; ValueError if it has a row of another length."""
    text = path.read_text(encoding="utf-8-sig")
    header, *rows = [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""))
        if any(row)
    ]
    if any(len(row) != len(header) for row in rows):
        raise ValueError(f"{path.name} has a row with more or fewer fields than its header")
    by = [header.index(column) for column in ORDER.get(path.name, ())]
    if by:
        rows.sort(key=lambda row: [row[position] for position in by])
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows([header, *rows])
    return written.getvalue()


def main(paths: list[str]) -> None:
    """Rewrite each file that is not in the canonical form, and name it."""
    for path in map(Path, paths):
        text = canonical(path)
        if path.read_bytes() != text.encode():
            path.write_text(text, encoding="utf-8", newline="")
            sys.stdout.write(f"rewrote {path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
