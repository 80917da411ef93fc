"""The notebooks run from top to bottom, and what their text says of the results holds."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from nbclient import NotebookClient

nbformat: Any = import_module("nbformat")  # its functions have no types

# Run in the notebook's own kernel after its last cell.
EXPECTED = {
    "data_journalist": """
slips = {(row.document, row.code) for row in to_correct.itertuples()}
assert slips == {
    ("hafen", "FC101"), ("hafen", "FC201"), ("mindestlohn", "FC301"), ("gipfel", "FC302"),
    ("gipfel", "FC403"), ("visit", "FC402"), ("stadium", "FC201"),
}, slips
untouched = {"ruestung", "loan", "alliance"}
assert untouched.isdisjoint(claims[claims.verdict == "mismatch"].document)
assert set(errors.severity) == {"error"} and len(errors) == 6, errors
assert counts.to_numpy().sum() == len(claims)
assert set(counts.columns) <= set(colors), counts.columns
assert money.loc[money.text == "4,5 Milliarden Pfund", "value"].item() == 4.5e9
assert "2.400 Arbeitsplätze" in set(left.text)
assert report.summary["severities"]["error"] == 2
"""
}


@pytest.fixture
def kernel_finds_factcheck(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel is a process of its own: it needs the checkout, and a place for its files."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")


def test_every_notebook_has_its_expectations(root: Path) -> None:
    assert {path.stem for path in (root / "notebooks").glob("*.ipynb")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
@pytest.mark.usefixtures("kernel_finds_factcheck")
def test_notebook_runs_and_says_what_its_text_says(root: Path, name: str) -> None:
    notebook = _notebook(root, name)
    cells = len(notebook.cells)
    notebook.cells.append(nbformat.v4.new_code_cell(EXPECTED[name]))
    NotebookClient(notebook, timeout=120, resources=_folder(root)).execute()
    shown = {kind for cell in notebook.cells[:cells] for kind in _kinds(cell)}
    assert {"text/html", "image/png"} <= shown


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_notebook_is_kept_without_outputs(root: Path, name: str) -> None:
    code = [cell for cell in _notebook(root, name).cells if cell.cell_type == "code"]
    assert code
    assert not any(cell.outputs or cell.execution_count for cell in code)


def _notebook(root: Path, name: str) -> Any:
    return nbformat.read(root / "notebooks" / f"{name}.ipynb", as_version=4)


def _folder(root: Path) -> dict[str, Any]:
    return {"metadata": {"path": str(root / "notebooks")}}


def _kinds(cell: Any) -> set[str]:
    return {kind for output in cell.get("outputs", ()) for kind in output.get("data", ())}
