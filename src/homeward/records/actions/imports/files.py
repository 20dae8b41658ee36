"""Which files were named, of which form is each, and what stands in it, place by place?"""

import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from homeward.foundation.errors import Invalid
from homeward.grammar.api import CsvMapping
from homeward.records.rules.bundles import NotABundle, contents_of, entries, head_of
from homeward.records.rules.tables import resource_of

FORMS = {".json": "json", ".ndjson": "ndjson", ".jsonl": "ndjson", ".csv": "csv"}
LONGEST_LINE = 32_000_000  # and the longest entry of a bundle


@dataclass(frozen=True, kw_only=True)
class Found:
    """One resource of a file: where it stands, its text, and the position after it, from which reading goes on."""

    place: int
    after: int
    text: bytes
    source_id: str = ""
    only_patient: str = ""
    why_not: str = ""


class Unreadable(ValueError):
    """The file as a whole cannot be read; the words say why."""


def named(paths: Sequence[Path]) -> list[tuple[Path, str, str]]:
    """(path, name, form) of every file meant; of a folder all that can be read, in order. Raises Invalid."""
    found: list[tuple[Path, str, str]] = []
    for path in paths:
        if path.is_dir():
            inside = [each for each in sorted(path.rglob("*")) if each.is_file() and form_of(each)]
            found += [(each, str(each.relative_to(path.parent)), form_of(each)) for each in inside]
        elif not path.is_file():
            raise Invalid({"files": f"There is no file {path}."})
        elif not form_of(path):
            raise Invalid(
                {"files": f"{path.name} is not read here. Files end in .json, .ndjson or .csv, or in these with .gz."}
            )
        else:
            found.append((path, path.name, form_of(path)))
    if not found:
        raise Invalid({"files": "There is nothing to read there."})
    return found


def form_of(path: Path) -> str:
    """'json', 'ndjson' or 'csv'; '' for what is not read."""
    return FORMS.get(Path(path.stem).suffix if path.suffix == ".gz" else path.suffix, "")


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def resources(path: Path, form: str, *, read_to: int, places: int, tables: Sequence[CsvMapping]) -> Iterator[Found]:
    """What stands after `read_to`. Raises Unreadable, before anything is given, when the whole file cannot be read."""
    try:
        if form == "ndjson":
            yield from _lines(path, read_to, places)
        elif form == "csv":
            yield from _table(path, places, tables)
        else:
            yield from _document(path, read_to, places)
    except (OSError, EOFError, UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(f"The file cannot be read: {error}") from None


def _lines(path: Path, read_to: int, places: int) -> Iterator[Found]:
    with _opened(path) as stream:
        stream.seek(read_to)
        while line := stream.readline(LONGEST_LINE):
            places += 1
            why_not = "" if len(line) < LONGEST_LINE or line.endswith(b"\n") else _too_long(stream)
            read_to = stream.tell()
            text = line.strip()
            if places == 1 and text and not head_of(text)[0] and text.startswith(b"{"):
                raise Unreadable("Its first line is no FHIR resource: it has no 'resourceType'.")
            if text:
                yield Found(place=places, after=read_to, text=b"" if why_not else text, why_not=why_not)


def _too_long(stream: IO[bytes]) -> str:
    """Passes over the rest of the line."""
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass
    return f"The line is longer than {LONGEST_LINE // 1_000_000} MB."


def _document(path: Path, read_to: int, places: int) -> Iterator[Found]:
    """A resource or a bundle; or, under the wrong name, lines of resources."""
    if _holds_lines(path):
        yield from _lines(path, read_to, places)
        return
    try:
        with _opened(path) as stream:
            contents = contents_of(stream, longest=LONGEST_LINE)
    except NotABundle as fault:
        raise Unreadable(str(fault)) from None
    with _opened(path) as stream:
        if contents.kind != "Bundle":
            if not places:
                yield _only(stream)
            return
        for each in entries(stream, contents, longest=LONGEST_LINE, skipping=places):
            yield Found(
                place=each.number, after=each.after, text=each.text, source_id=each.source_id,
                only_patient=contents.only_patient, why_not=each.why_not,
            )  # fmt: skip


def _only(stream: IO[bytes]) -> Found:
    """The one resource that a file holds."""
    body = stream.read(LONGEST_LINE + 1)
    if len(body) > LONGEST_LINE:
        raise Unreadable(f"It is one resource, longer than {LONGEST_LINE // 1_000_000} MB.")
    return Found(place=1, after=len(body), text=body.strip())


def _holds_lines(path: Path) -> bool:
    """Is the first line a whole resource, and is there another?"""
    with _opened(path) as stream:
        lines = (line for line in iter(lambda: stream.readline(LONGEST_LINE), b"") if not line.isspace())
        return head_of(next(lines, b""))[0] != "" and next(lines, None) is not None


def _table(path: Path, places: int, tables: Sequence[CsvMapping]) -> Iterator[Found]:
    with io.TextIOWrapper(_opened(path), encoding="utf-8-sig", newline="") as stream:
        header = stream.readline()
        mapping = next(iter(_best(header, tables)), None)
        if mapping is None:
            raise Unreadable("No table with these columns is declared: " + ", ".join(_cells(header, None)[:12]) + ".")
        names = _cells(header, mapping)
        for number, cells in enumerate(csv.reader(stream, delimiter=mapping.delimiter), start=1):
            if number <= places or not cells:
                continue
            if len(cells) != len(names):
                words = f"The row has {len(cells)} cells, and the table has {len(names)} columns."
                yield Found(place=number, after=number, text=mapping.delimiter.join(cells).encode(), why_not=words)
            else:
                row = dict(zip(names, cells, strict=True))
                yield Found(place=number, after=number, text=resource_of(row, mapping))


def _best(header: str, tables: Sequence[CsvMapping]) -> list[CsvMapping]:
    """The mappings that read this header by their own delimiter, the one that reads most of it first."""
    fits = [each for each in tables if each.fits(tuple(_cells(header, each)))]
    return sorted(fits, key=lambda each: (-len(each.columns), each.code))


def _cells(header: str, mapping: CsvMapping | None) -> list[str]:
    return [each.strip() for each in next(csv.reader([header], delimiter=mapping.delimiter if mapping else ","), [])]
