"""Checking one article from the shell imports nothing heavy: no frames, no drawing, no network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"IPython", "matplotlib", "numpy", "pandas", "urllib.request", "http.client", "ssl"}
ARTICLE = """LONDON, 13 March 2025 - Britain has promised £4.5 billion (6.9 billion euros).

French Defence Minister Sébastien Lecornu spoke on Tuesday, 13 March 2025.
"""
# `main` ends the process; what it had imported by then goes to stderr.
PROBE = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from factcheck.cli import main
main(sys.argv[1:])
"""


def imported(root: Path, folder: Path, *arguments: str) -> set[str]:
    """The modules that one run of the command line has imported at its end."""
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert run.stdout, run.stderr
    return set(json.loads(run.stderr))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "article.txt"),
        ("check", "article.txt", "--verbose", "--format", "json"),
        ("check", "article.txt", "--format", "html"),
        ("extract", "article.txt"),
        ("explain", "FC201"),
        ("convert", "4.5bn", "GBP", "EUR"),
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_imported_from_the_shell(
    root: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    modules = imported(root, tmp_path, *arguments)
    assert "factcheck.cli" in modules
    assert not modules & HEAVY


def test_the_probe_sees_what_a_run_imports(root: Path, tmp_path: Path) -> None:
    checked = imported(root, tmp_path, "check", "article.txt")
    explained = imported(root, tmp_path, "explain", "FC201")
    assert "factcheck.checks.currency_conversion" in checked & explained
    assert "factcheck.readers.text" in checked


def test_frames_do_import_pandas(root: Path) -> None:
    code = (
        "import sys, factcheck; factcheck.check('12 men', language='en').claims_frame(); "
        "sys.exit('pandas' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=root, check=False, timeout=60)
    assert run.returncode == 1
