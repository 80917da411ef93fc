"""Run the benchmarks: `python -m tests.benchmarks [--quick]`.

They print and assert nothing: absolute times are those of one machine at one moment, ratios of
one run hold.
"""

import argparse
from types import ModuleType

from tests.benchmarks import articles, peers, startup, throughput

BENCHMARKS: tuple[ModuleType, ...] = (startup, articles, throughput, peers)


def main() -> None:
    """Print each benchmark's lines as they come."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--quick", action="store_true", help="no texts of 10 MB")
    full = not parser.parse_args().quick
    for benchmark in BENCHMARKS:
        print(f"\n{benchmark.TITLE}", flush=True)
        for line in benchmark.run(full=full):
            print(f"  {line}", flush=True)


if __name__ == "__main__":
    main()
