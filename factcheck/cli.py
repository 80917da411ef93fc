"""The command line: it reads options, calls, and prints; what there is to decide is elsewhere.

Exit status 0: nothing at or above --fail-on; 1: findings; 2: usage, configuration, or an input
that could not be read. Reports go to stdout, what went wrong to stderr, one sentence each.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from types import ModuleType
from typing import Any, TypeVar

import click

from factcheck import batch, checks, conversion
from factcheck.cli_tables import tables
from factcheck.config import FAIL_ON, Options, load_options
from factcheck.discovery import modules_in
from factcheck.errors import FactcheckError
from factcheck.report.by_speaker import speaker_list, speakers_json
from factcheck.report.formats import Look, formats, render
from factcheck.report.report import Report
from factcheck.report.to_frame import claims_csv
from factcheck.report.to_json import version
from factcheck.report.to_terminal import claim_list

PLAIN_WIDTH = 100
INTERRUPTED = 130
# Seconds after which a run with sources says what it is at.
PATIENCE = 1.0

Command = TypeVar("Command", bound=Callable[..., Any])


class Refusal(click.ClickException):
    """A FactcheckError on its way out: one sentence, exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence."""
        click.echo(f"factcheck: {self.format_message()}", file=file, err=True)


class Program(click.Group):
    """The commands, with the two ways out that click does not know."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a FactcheckError is told, an interrupted run ends quietly."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Refusal(str(error)) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def options_of(*names: str) -> Callable[[Command], Command]:
    """Add some of the options that several commands share."""
    known: dict[str, Callable[[Command], Command]] = {
        "date": click.option("--date", metavar="DAY", help="Article date: YYYY-MM-DD or today."),
        "language": click.option("--language", metavar="L", help="Article language: de, en."),
        "tables": click.option(
            "--tables",
            multiple=True,
            type=click.Path(path_type=Path),
            help="A folder of your own tables, or one table. Repeatable.",
        ),
        "output": click.option(
            "--output", type=click.Path(path_type=Path), help="Write to this file."
        ),
        "report_language": click.option(
            "--report-language", metavar="L", help="Language of the report, else the article's."
        ),
    }

    def add(command: Command) -> Command:
        for name in reversed(names):
            command = known[name](command)
        return command

    return add


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    """Looked up only here: it takes longer than to import this program."""
    if wanted:
        _print(f"factcheck, version {version()}\n")
        context.exit()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def main() -> None:
    """Check the figures and attributed statements of an article before it is published."""


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE... | -")
@options_of("date", "language")
@click.option(
    "--source",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A document that the article was written from. Repeatable.",
)
@options_of("tables")
@click.option("--format", type=click.Choice(sorted(formats())), help="Default: terminal.")
@options_of("output")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Severity that gives exit status 1. Default: error.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only these checks: FC2, FC201.")
@click.option("--ignore", multiple=True, metavar="CODE", help="All but these checks.")
@options_of("report_language")
@click.option("--verbose", "-v", is_flag=True, help="Also what agrees and what is left to check.")
def check(files: Sequence[str], **given: Any) -> None:
    """Check articles and report what does not agree; - is the standard input."""
    options = _options(**given)
    with _patience(options.source):
        reports = batch.check_files(files, options.settings())
    form = options.format or "terminal"
    shown = [report for report in reports if report.readable or form != "terminal"]
    _print(render(shown, form, _look(options)) if shown else "", files, options.output)
    _leave(reports, options.fail_on or "error")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE... | -")
@options_of("date", "language", "tables")
@click.option("--format", type=click.Choice(("text", "json", "csv")), default="text")
@click.option("--speakers", is_flag=True, help="What each speaker says, together.")
@options_of("output")
def extract(files: Sequence[str], format: str, speakers: bool, **given: Any) -> None:  # noqa: A002
    """List the claims of articles without checking them."""
    options = _options(**given)
    reports = batch.extract_files(files, options.settings())
    shown = [report for report in reports if report.readable]
    if speakers and format == "csv":
        raise FactcheckError("--speakers is for text and json; the csv has a column speaker")
    if speakers:
        text = speaker_list(shown) if format == "text" else speakers_json(shown)
    elif format == "text":
        text = claim_list(shown)
    else:
        text = claims_csv(shown) if format == "csv" else render(shown, "json", Look())
    _print(text, files, options.output)
    _leave(reports, "never")


@main.command()
@click.argument("amount")
@click.argument("source")
@click.argument("target")
@options_of("date", "language", "report_language")
def convert(amount: str, source: str, target: str, **given: Any) -> None:
    """Convert at the rates of a day, such as: convert 4.5bn GBP EUR --date 2025-03-12."""
    settings = _options(**given).settings()
    _print("".join(f"{line}\n" for line in conversion.convert(amount, source, target, settings)))


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """What a check does, with a worked example; without a code, the list of checks."""
    known = sorted(modules_in(checks), key=lambda check: str(check.CODE))
    if code is None:
        _print("".join(_catalogue_line(check) for check in known))
        return
    for found in known:
        if code.upper() == found.CODE or code.lower() == found.NAME:
            heading = f"{found.CODE} {found.NAME} ({found.PRECISION})\n\n"
            _print(heading + (found.__doc__ or "").strip() + "\n")
            return
    raise FactcheckError(f'there is no check "{code}"; "factcheck explain" lists them')


main.add_command(tables)


def _options(**given: Any) -> Options:
    """The options given, and those of factcheck.toml where none is."""
    return Options(**given).over(load_options(Path.cwd()))


@contextmanager
def _patience(sources: Sequence[Path]) -> Iterator[None]:
    """Tell somebody at a terminal what takes so long, where sources take more than a second."""
    names = ", ".join(map(str, sources))
    timer = Timer(PATIENCE, lambda: click.echo(f"factcheck: reading {names} ...", err=True))
    if sources and _is_watched():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _is_watched() -> bool:
    return sys.stderr.isatty()


def _catalogue_line(check: ModuleType) -> str:
    first = (check.__doc__ or "").strip().partition("\n")[0]
    return f"{check.CODE}  {check.PRECISION}  {check.NAME:<22}  {first}\n"


def _look(options: Options) -> Look:
    to_screen = sys.stdout.isatty() and options.output is None
    width = shutil.get_terminal_size((PLAIN_WIDTH, 0)).columns if to_screen else PLAIN_WIDTH
    return Look(options.verbose, to_screen and not os.environ.get("NO_COLOR"), width)


def _print(text: str, inputs: Sequence[str] = (), output: Path | None = None) -> None:
    """Write to the file, else to stdout; in UTF-8 wherever the terminal does not know better."""
    if output is None:
        click.echo(text if sys.stdout.isatty() else text.encode("utf-8", "replace"), nl=False)
        return
    if any(Path(name).resolve() == output.resolve() for name in inputs):
        raise FactcheckError(f"{output} is to be read, not written; name another file as --output")
    try:
        output.write_bytes(text.encode("utf-8", "replace"))
    except OSError as error:
        raise FactcheckError(f"{output} cannot be written: {error.strerror or error}") from error


def _leave(reports: Sequence[Report], fail_on: str) -> None:
    """Tell what could not be read, and end with the exit status."""
    unread = [report for report in reports if not report.readable]
    for report in unread:
        path, reason = report.document.path or "", report.findings[0].message
        known = path == batch.STDIN or path in reason
        click.echo(f"factcheck: {reason if known else f'{path}: {reason}'}", err=True)
    if unread:
        sys.exit(2)
    sys.exit(any(report.reaches(fail_on) for report in reports))
