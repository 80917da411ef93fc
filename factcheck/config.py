"""What a run is told: by the caller, the command line, or a house's factcheck.toml.

    # factcheck.toml, found upwards from the working folder; the names are those of the options
    date = "today"
    tables = ["our-tables"]        # relative to this file
    ignore = ["FC205"]
    fail-on = "warning"

`Options` is one such source as it was written, `Settings` is what a check gets: read and valid.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError

FILE_NAME = "factcheck.toml"
FAIL_ON = ("error", "warning", "info", "never")
ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# One line that ends as the names of files do: "our release.txt".
FILE_LIKE = re.compile(r".{1,200}\.[A-Za-z][A-Za-z0-9]{0,4}")
CODE_START = re.compile(r"FC[0-9]{0,3}")

# Inside a class with a field `date` that name no longer means the type.
Day = date
Paths = Iterable[str | Path] | str | Path | None
# A document that an article was written from: its file, or its text.
Source = Path | str
Words = Iterable[str] | str | None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a check is told beside the text; None and empty mean not told.

    `date` is the article's, `tables` are folders or files of the user's own reference tables, or
    such tables, `sources` the documents that the article was written from (a Path is a file, a
    string the text itself), `select` and `ignore` codes or their beginnings.
    """

    language: str | None = None
    date: Day | None = None
    tables: tuple[Any, ...] = ()
    sources: tuple[Source, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    report_language: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a command as written, before `Settings`; None and empty mean not set."""

    date: str | None = None
    language: str | None = None
    source: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    format: str | None = None
    output: Path | None = None
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    report_language: str | None = None
    verbose: bool = False

    def over(self, other: "Options") -> "Options":
        """These options, and those of `other` where nothing is set here."""
        names = [field.name for field in fields(self)]
        unset = {name: getattr(other, name) for name in names if not getattr(self, name)}
        return replace(self, **unset)

    def settings(self) -> Settings:
        """What of these options a check is told; FactcheckError for a date or code that is none."""
        return make_settings(
            language=self.language,
            date=self.date,
            tables=self.tables,
            sources=self.source,
            select=self.select,
            ignore=self.ignore,
            report_language=self.report_language,
        )


def make_settings(
    *,
    language: str | None = None,
    date: date | str | None = None,
    tables: Any = None,
    sources: Paths = (),
    select: Words = None,
    ignore: Words = None,
    report_language: str | None = None,
    title: str | None = None,
) -> Settings:
    """Settings from what a caller passes: one thing or several of it, strings or paths.

    A source is a file, or the text itself: a string with spaces that names no file.
    FactcheckError for a date that is none, and for a code that does not begin with FC.
    """
    return Settings(
        language=language,
        date=parse_date(date),
        tables=_places(tables),
        sources=tuple(source_of(each) for each in _several(sources)),
        select=_codes("select", select),
        ignore=_codes("ignore", ignore),
        report_language=report_language,
        title=title,
    )


def source_of(value: str | Path) -> Source:
    """A Path for a file; a string with spaces in it that names no file is the text itself."""
    if isinstance(value, Path) or FILE_LIKE.fullmatch(value) or " " not in value.strip():
        return Path(value)
    return value


def parse_date(value: date | str | None) -> date | None:
    """A day from YYYY-MM-DD, from a date or time, or from the word today.

    The word today is the only way to the system clock. FactcheckError for anything else.
    """
    if value is None or isinstance(value, datetime):
        return value and value.date()
    if isinstance(value, date):
        return value
    text = value.strip()
    if text.lower() == "today":
        return datetime.now(UTC).astimezone().date()
    if not ISO_DATE.fullmatch(text):
        raise FactcheckError(f'date "{value}" is not understood; write YYYY-MM-DD or today')
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FactcheckError(
            f'date "{value}" is not a day of the calendar; write YYYY-MM-DD or today'
        ) from None


def load_options(folder: Path) -> Options:
    """The options of the nearest factcheck.toml in `folder` or above it; none set without one."""
    for place in (folder.resolve(), *folder.resolve().parents):
        if (place / FILE_NAME).is_file():
            return read_options(place / FILE_NAME)
    return Options()


def read_options(path: Path) -> Options:
    """The options of one factcheck.toml; FactcheckError that names the file for any fault in it."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactcheckError(f"{path} cannot be read as TOML: {error}") from error
    found: dict[str, Any] = {}
    for name, value in data.items():
        read = READERS.get(name)
        if read is None:
            raise FactcheckError(
                f'{path}: option "{name}" is not known; choose from {", ".join(sorted(READERS))}'
            )
        try:
            found[name.replace("-", "_")] = read(value, path.parent)
        except ValueError as error:
            raise FactcheckError(f"{path}: {name} must be {error}") from None
    return Options(**found)


def _places(value: Any) -> tuple[Any, ...]:
    """Folders and files as paths, tables as they are; one of them or several."""
    one = isinstance(value, str | Path) or not hasattr(value, "__iter__")
    places = () if value is None else (value,) if one else tuple(value)
    return tuple(Path(place) if isinstance(place, str) else place for place in places)


def _several(value: Paths) -> Iterable[str | Path]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str | Path) else value


def _codes(option: str, value: Words) -> tuple[str, ...]:
    codes = tuple(str(code) for code in _several(value))
    for code in codes:
        if not CODE_START.fullmatch(code.upper()):
            raise FactcheckError(
                f'{option}: "{code}" is not a code; write one such as FC2 or FC201'
            )
    return tuple(code.upper() for code in codes)


def _text(value: object, _folder: Path) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("a text in quotation marks")


def _day(value: object, _folder: Path) -> str:
    if isinstance(value, str | date):
        return str(value)
    raise ValueError('a date such as "2025-03-12", or "today"')


def _switch(value: object, _folder: Path) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("true or false")


def _severity(value: object, _folder: Path) -> str:
    if value in FAIL_ON:
        return str(value)
    raise ValueError(f"one of {', '.join(FAIL_ON)}")


def _texts(value: object, _folder: Path) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError("a text in quotation marks or a list of them")


def _path(value: object, folder: Path) -> Path:
    return folder / _text(value, folder)


def _paths(value: object, folder: Path) -> tuple[Path, ...]:
    return tuple(folder / text for text in _texts(value, folder))


READERS: dict[str, Callable[[object, Path], object]] = {
    "date": _day,
    "language": _text,
    "source": _paths,
    "tables": _paths,
    "format": _text,
    "output": _path,
    "fail-on": _severity,
    "select": _texts,
    "ignore": _texts,
    "report-language": _text,
    "verbose": _switch,
}
