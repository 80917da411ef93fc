"""A house table of a million rows: how long it takes to read, how much memory, how long a look-up.

python -m tests.benchmarks.long_table
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

import factcheck

ROWS = 1_000_000
PLACES = 50_000
TEXT = "Ort00007 hatte 2007 genau 151.007 Einwohner."
AGAIN = 100


def write_places(path: Path, rows: int) -> None:
    """A CSV of places by year: Ort00007 has 151,007 inhabitants in 2007."""
    lines = (f"Ort{at % PLACES:05},{2004 + at // PLACES},{at + 1000}" for at in range(rows))
    path.write_text("Ort,Jahr,Einwohner\n" + "\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Print the three figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orte.csv"
        write_places(path, ROWS)
        factcheck.check(TEXT, language="de", date="2024-09-01")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        factcheck.check(TEXT, language="de", date="2024-09-01", tables=path)
        read = time.perf_counter() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        began = time.perf_counter()
        for _ in range(AGAIN):
            factcheck.check(TEXT, language="de", date="2024-09-01", tables=path)
        look = (time.perf_counter() - began) / AGAIN
    sys.stdout.write(
        f"{ROWS:,} rows: read and indexed in {read:.1f} s, {memory / 1024:.0f} MB, "
        f"then {look * 1000:.1f} ms an article\n"
    )


if __name__ == "__main__":
    main()
