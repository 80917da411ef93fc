"""The three ways to run factcheck give one answer: a wheel, an editable install, a bare checkout.

Every run starts in a folder of its own that holds copies of the sample articles, and sees no more
of the disk than it should: the program under test and the dependencies, by PYTHONPATH under -S.
"""

import configparser
import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

PROGRAM = [sys.executable, "-S", "-P", "-m", "factcheck"]
WHERE = "import factcheck, pathlib; print(pathlib.Path(factcheck.__file__).resolve().parent)"


@pytest.fixture(scope="module")
def dependencies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of links to what is installed, factcheck itself left out."""
    folder = tmp_path_factory.mktemp("dependencies")
    for site in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for entry in Path(site).iterdir():
            if not entry.name.startswith(("factcheck", "__editable__")):
                (folder / entry.name).symlink_to(entry)
    return folder


@pytest.fixture(scope="module")
def checkout(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the files of the checkout that a distribution is built from, never built in."""
    folder = tmp_path_factory.mktemp("checkout")
    litter = shutil.ignore_patterns("__pycache__")
    for name in ("factcheck", "reference_data"):
        shutil.copytree(root / name, folder / name, ignore=litter)
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, folder)
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a source distribution built from the checkout, without the network."""
    folder = tmp_path_factory.mktemp("dist")
    shutil.copytree(checkout, folder / "source")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(folder / "source")], check=True, capture_output=True, timeout=300)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the wheel is installed into, alone."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    command = [*pip, "--disable-pip-version-check", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture(scope="module")
def articles(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with copies of the sample articles and nothing else."""
    folder = tmp_path_factory.mktemp("articles")
    for article in (root / "seeds").glob("*.txt"):
        shutil.copy(article, folder)
    return folder


def run(command: Sequence[str], folder: Path, *path: Path) -> str:
    """Run a command in a folder with `path` as its PYTHONPATH; return what it printed."""
    env = {"PYTHONPATH": ":".join(map(str, path)), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command, cwd=folder, env=env, check=False, capture_output=True, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def check_all(program: Sequence[str], articles: Path, *path: Path) -> list[Any]:
    """Return the documents of the JSON report of all articles: claims, findings, evidence."""
    names = sorted(article.name for article in articles.iterdir())
    options = ["--format", "json", "--fail-on", "never"]
    documents: list[Any] = json.loads(run([*program, "check", *names, *options], articles, *path))[
        "documents"
    ]
    assert [document["path"] for document in documents] == names
    return documents


@pytest.fixture(scope="module")
def expected(checkout: Path, dependencies: Path, articles: Path) -> list[Any]:
    """What the bare checkout says of the articles."""
    return check_all(PROGRAM, articles, checkout, dependencies)


def test_bare_checkout_finds_its_tables_rates_and_lexicons(expected: list[Any]) -> None:
    findings = [found for document in expected for found in document["findings"]]
    evidence = {evidence["type"] for found in findings for evidence in found["evidence"]}
    assert {document["language"] for document in expected} == {"de", "en"}
    assert evidence >= {"rate", "table"}


def test_wheel_alone_gives_the_report_of_the_checkout(
    installed: Path, dependencies: Path, articles: Path, expected: list[Any]
) -> None:
    where = run([sys.executable, "-S", "-P", "-c", WHERE], articles, installed, dependencies)
    assert where.strip() == str((installed / "factcheck").resolve())
    assert check_all(PROGRAM, articles, installed, dependencies) == expected


def test_editable_install_gives_the_report_of_the_checkout(
    root: Path, articles: Path, expected: list[Any]
) -> None:
    if not _is_editable():
        pytest.skip("factcheck-desk is not installed in editable mode here")
    where = run([sys.executable, "-P", "-c", WHERE], articles)
    assert where.strip() == str((root / "factcheck").resolve())
    script = Path(sys.executable).parent / "factcheck"
    assert check_all([str(script)], articles) == expected


def _is_editable() -> bool:
    """Look among the installed only: a checkout may hold metadata of its own."""
    path = [sysconfig.get_path("purelib")]
    for found in metadata.distributions(name="factcheck-desk", path=path):
        origin = json.loads(found.read_text("direct_url.json") or "{}")
        return bool(origin.get("dir_info", {}).get("editable"))
    return False


def test_installed_version_is_that_of_setup_cfg(
    root: Path, installed: Path, dependencies: Path, articles: Path
) -> None:
    setup = configparser.ConfigParser()
    setup.read(root / "setup.cfg", encoding="utf-8")
    said = run([*PROGRAM, "--version"], articles, installed, dependencies)
    assert setup["metadata"]["version"] in said.split()[-1]


def test_bare_checkout_has_a_version_too(
    checkout: Path, dependencies: Path, articles: Path
) -> None:
    assert run([*PROGRAM, "--version"], articles, checkout, dependencies).startswith("factcheck")


def test_wheel_carries_every_data_file(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    tables = {path.relative_to(root) for path in root.glob("reference_data/**/*.csv")}
    words = {path.relative_to(root) for path in root.glob("factcheck/languages/*.toml")}
    assert tables
    assert words
    assert {f"factcheck/{path.as_posix()}" for path in tables} <= carried
    assert {path.as_posix() for path in words} <= carried
    assert not [name for name in carried if name.startswith(("tests/", "seeds/"))]
