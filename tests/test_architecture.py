"""The rules of the house: floors, packaging, size, and what a check file must have."""

import ast
import configparser
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "factcheck"
FLOORS = """
__main__
cli server
cli_tables
factcheck
house
batch conversion
pipeline
report
checks
alignment statements
converting
comparison matching
claims extraction
relations
extract
reference readers
languages
config document
multiples
model
arithmetic rounding
interval
collector discovery errors identity record
"""
FLOOR = {name: -n for n, line in enumerate(FLOORS.split("\n")) for name in line.split()}
MODULES = sorted(PACKAGE.rglob("*.py"))
CHECKS = sorted(path for path in PACKAGE.glob("checks/*.py") if path.stem != "__init__")
LONGEST_FUNCTION = 60
LONGEST_MODULE = 300

Rule = Callable[[Path, ast.Module], Iterator[str]]


def imported(path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of every import anywhere in a module, made absolute."""
    package = ("factcheck", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def floor_name(dotted: str) -> str:
    """Return 'checks' for 'factcheck.checks.weekday', 'factcheck' for a public name of it."""
    part = dotted.split(".")[1] if "." in dotted else ""
    return part if part in FLOOR or (PACKAGE / f"{part}.py").exists() else "factcheck"


def upward_imports(path: Path, tree: ast.Module) -> Iterator[str]:
    """Imports that do not go down a floor or stay in their own folder."""
    if path == PACKAGE / "__init__.py":
        return
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own not in FLOOR:
        yield "has no floor: give it one in FLOORS"
        return
    folder = own if path.parent != PACKAGE else None
    for line, name in imported(path, tree):
        if name.split(".")[0] != "factcheck":
            continue
        other = floor_name(name)
        if other != folder and FLOOR.get(other, 0) >= FLOOR[own]:
            yield f"line {line}: imports {name}, which is not below {own}"


def missing_docstring(_path: Path, tree: ast.Module) -> Iterator[str]:
    """Modules that do not say what they are for."""
    if not ast.get_docstring(tree):
        yield "has no docstring"


def functions_of(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def missing_annotations(_path: Path, tree: ast.Module) -> Iterator[str]:
    """Functions of which an argument or the result has no type."""
    for function in functions_of(tree):
        spec = function.args
        named = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg]
        bare = [a.arg for a in named if a and not a.annotation and a.arg not in {"self", "cls"}]
        if bare or not function.returns:
            yield f"line {function.lineno}: {function.name} is not annotated {bare or ''}".rstrip()


def too_long(_path: Path, tree: ast.Module) -> Iterator[str]:
    """Functions and modules that do not fit the eye."""
    for function in functions_of(tree):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > LONGEST_FUNCTION:
            yield f"line {function.lineno}: {function.name} has {length} lines"
    length = tree.body[-1].end_lineno or 0 if tree.body else 0
    if length > LONGEST_MODULE:
        yield f"has {length} lines"


def public_names(path: Path, tree: ast.Module) -> Iterator[str]:
    """`__all__` anywhere but in factcheck/__init__.py."""
    if path == PACKAGE / "__init__.py":
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "__all__":
            yield f"line {node.lineno}: __all__ belongs in factcheck/__init__.py alone"


def eager_pandas(path: Path, tree: ast.Module) -> Iterator[str]:
    """Imports of pandas that run when the module does: it costs a second, one article half that."""
    lazy = [node for node in ast.walk(tree) if _is_lazy(node)]
    inside = {id(child) for node in lazy for child in ast.walk(node)}
    eager = [node for node in ast.walk(tree) if id(node) not in inside]
    statements = [node for node in eager if isinstance(node, ast.Import | ast.ImportFrom)]
    for line, name in imported(path, ast.Module(list(statements), [])):
        if name.split(".")[0] == "pandas":
            yield f"line {line}: import pandas inside the function that needs it"


def _is_lazy(node: ast.AST) -> bool:
    """Tell whether the code below this node does not run on import."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return True
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


RULES: list[Rule] = [
    upward_imports,
    missing_docstring,
    missing_annotations,
    too_long,
    public_names,
    eager_pandas,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks_the_rule(rule: Rule) -> None:
    assert MODULES
    trees = ((path, ast.parse(path.read_text("utf-8"))) for path in MODULES)
    broken = [f"{path.relative_to(ROOT)} {say}" for path, tree in trees for say in rule(path, tree)]
    assert broken == []


@pytest.mark.parametrize(
    ("rule", "file", "source"),
    [
        (upward_imports, "model.py", "import factcheck.claims"),
        (upward_imports, "model.py", "def f():\n    from factcheck import pipeline"),
        (upward_imports, "claims.py", "if TYPE_CHECKING:\n    import factcheck.checks"),
        (upward_imports, "matching.py", "from factcheck.comparison.judge import compare"),
        (upward_imports, "reference/tables.py", "from factcheck.readers.text import read"),
        (upward_imports, "extract/numbers.py", "from ..relations import sums"),
        (upward_imports, "pipeline.py", "from factcheck import check"),
        (upward_imports, "drawer.py", "import ast"),
        (missing_docstring, "model.py", "import ast"),
        (missing_annotations, "model.py", "def f(a, *b: int) -> None: ..."),
        (missing_annotations, "model.py", "class A:\n    def f(self): ..."),
        (too_long, "model.py", "def f() -> None:\n" + "    g()\n" * LONGEST_FUNCTION),
        (too_long, "model.py", "x = 1\n" * (LONGEST_MODULE + 1)),
        (public_names, "model.py", "__all__ = []"),
        (eager_pandas, "batch.py", "try:\n    import pandas as pd\nexcept ImportError:\n    pass"),
        (eager_pandas, "batch.py", "class A:\n    from pandas import DataFrame"),
    ],
)
def test_rule_sees_what_it_is_for(rule: Rule, file: str, source: str) -> None:
    assert list(rule(PACKAGE / file, ast.parse(source)))


@pytest.mark.parametrize(
    ("rule", "file", "source"),
    [
        (upward_imports, "pipeline.py", "from factcheck.checks import weekday\nimport click"),
        (upward_imports, "reference/tables.py", "from factcheck.reference.dates import Days"),
        (upward_imports, "extract/numbers.py", "from . import dates\nfrom .. import model"),
        (upward_imports, "cli.py", "from factcheck import check_file"),
        (too_long, "model.py", "def f() -> None:\n" + "    g()\n" * (LONGEST_FUNCTION - 1)),
        (eager_pandas, "batch.py", "def f() -> None:\n    import pandas as pd"),
        (eager_pandas, "batch.py", "if TYPE_CHECKING:\n    import pandas as pd"),
    ],
)
def test_rule_leaves_good_code_alone(rule: Rule, file: str, source: str) -> None:
    assert list(rule(PACKAGE / file, ast.parse(source))) == []


def circle(arrows: Mapping[str, set[str]]) -> list[str]:
    """Name the modules that stand in a circle of imports or need one that does."""
    left = dict(arrows)
    while free := {name for name, others in left.items() if not others & left.keys()}:
        left = {name: others for name, others in left.items() if name not in free}
    return sorted(left)


def module_arrows() -> dict[str, set[str]]:
    """Return for each module the modules of the package that it names in an import."""
    dotted = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in MODULES
        if path.stem != "__init__"
    }
    found: dict[str, set[str]] = {}
    for name, path in dotted.items():
        names = [other for _, other in imported(path, ast.parse(path.read_text("utf-8")))]
        parents = [other.rpartition(".")[0] for other in names]
        found[name] = {other for other in [*names, *parents] if other in dotted}
    return found


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circle(module_arrows()) == []


def test_a_circle_is_seen() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["a", "b", "c"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_importing_everything_does_not_import_pandas() -> None:
    parts = [path.relative_to(ROOT).with_suffix("").parts for path in MODULES]
    names = [".".join(part) for part in parts if part[-1] not in {"__init__", "__main__"}]
    code = f"import {', '.join(names)}, sys; sys.exit('pandas' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def setup_section(name: str) -> dict[str, list[str]]:
    """Return a section of setup.cfg, each value as the list it stands for."""
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return {key: value.replace(",", " ").split() for key, value in parser[name].items()}


def test_every_sub_package_is_packaged() -> None:
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in MODULES}
    assert set(setup_section("options")["packages"]) >= found | {"factcheck.reference_data"}


def test_every_data_file_is_packaged() -> None:
    patterns = setup_section("options.package_data")
    packages = setup_section("options")["packages"]
    folders = {name: ROOT.joinpath(*name.split(".")) for name in packages}
    folders["factcheck.reference_data"] = ROOT / "reference_data"
    listed = {
        path
        for name, globs in patterns.items()
        for pattern in globs
        for path in folders[name].glob(pattern)
    }
    files = [path for top in (PACKAGE, ROOT / "reference_data") for path in top.rglob("*")]
    data = {path for path in files if path.is_file() and path.suffix not in {".py", ".pyc"}}
    assert data
    assert data - listed == set()


def values_of(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the constants of a module, docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    docstrings = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node


def constants(tree: ast.Module) -> dict[str, object]:
    """Return the module's plain constants, such as CODE = "FC201"."""
    pairs = [(node.targets[0], node.value) for node in tree.body if isinstance(node, ast.Assign)]
    return {
        name.id: value.value
        for name, value in pairs
        if isinstance(name, ast.Name) and isinstance(value, ast.Constant)
    }


def incomplete(path: Path, tree: ast.Module) -> Iterator[str]:
    """What a check file lacks, and words of a language in it: those belong in a lexicon."""
    known = constants(tree)
    code = str(known.get("CODE", ""))
    if not (code.startswith("FC") and code[2:].isdigit() and len(code) == len("FC201")):
        yield "has no CODE such as FC201"
    if known.get("NAME") != path.stem.replace("_", "-"):
        yield f"has no NAME = {path.stem.replace('_', '-')!r}"
    if known.get("PRECISION") not in {"H", "M", "N"}:
        yield "has no PRECISION: H, M or N"
    if not any(f.name == "check" for f in tree.body if isinstance(f, ast.FunctionDef)):
        yield "has no function check(article)"
    if not ast.get_docstring(tree):
        yield "has no worked docstring"
    for node in values_of(tree):
        if not str(node.value).isascii():
            yield f"line {node.lineno}: {node.value!r} belongs in a lexicon"


def test_every_check_is_complete() -> None:
    assert CHECKS
    trees = ((path, ast.parse(path.read_text("utf-8"))) for path in CHECKS)
    missing = [f"{path.name} {say}" for path, tree in trees for say in incomplete(path, tree)]
    assert missing == []


def test_an_incomplete_check_is_seen() -> None:
    source = '"""Für."""\nCODE = "X1"\ndef check(a):\n    """Für."""\n    return f"für {a}"'
    says = list(incomplete(PACKAGE / "checks" / "weekday.py", ast.parse(source)))
    assert [say.split(":")[0] for say in says] == [
        "has no CODE such as FC201",
        "has no NAME = 'weekday'",
        "has no PRECISION",
        "line 5",
    ]


def test_every_check_has_cases() -> None:
    for cases in (ROOT / "tests" / "cases" / f"{path.stem}.toml" for path in CHECKS):
        assert cases.exists(), f"write tests/cases/{cases.name}, correct text first"
        assert tomllib.loads(cases.read_text("utf-8")), f"{cases.name} is empty"


def test_codes_of_checks_are_unique() -> None:
    codes = [constants(ast.parse(path.read_text("utf-8"))).get("CODE") for path in CHECKS]
    assert len(set(codes)) == len(codes)
