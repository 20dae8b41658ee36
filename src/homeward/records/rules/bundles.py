"""Which resources does a bundle hold, each cut out as it was written, and what do their references mean?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import IO

import msgspec

from homeward.records.rules.cutting import CHUNK, Cut, Cutting, TooMuchAround

_REFERENCE = re.compile(rb'("reference"\s*:\s*")((?:[^"\\]|\\.)*)"')
TAKEN = frozenset({"", "POST", "PUT"})


class NotABundle(ValueError):
    """It cannot be taken apart; the words name the element."""


class _Request(msgspec.Struct):
    method: str = ""


class _Entry(msgspec.Struct, rename="camel"):
    full_url: str = ""
    resource: msgspec.Raw = msgspec.Raw(b"")
    request: _Request | None = None


class _Bundle(msgspec.Struct):
    type: str = ""
    entry: list[_Entry] = []


class _Head(msgspec.Struct, rename="camel"):
    resource_type: str = ""
    id: str = ""


_whole = msgspec.json.Decoder(_Bundle)
_part = msgspec.json.Decoder(_Entry)
_head = msgspec.json.Decoder(_Head)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One resource: its number in the bundle from 1, the byte after it, kind, the source's id, the bundle's name for it and
    its text. `why_not` says why it is not taken."""

    number: int
    after: int
    kind: str
    source_id: str
    full_url: str
    text: bytes
    why_not: str = ""


@dataclass(kw_only=True)
class Contents:
    """What must be known of all entries before one is taken: how they name one another, and of whom they speak.

    `kind` is that of the whole: 'Bundle', or of the resource that it is instead, or '' when it is none.
    """

    kind: str = ""
    names: dict[bytes, bytes] = field(default_factory=dict)
    patients: set[str] = field(default_factory=set)  # two are as good as many

    @property
    def only_patient(self) -> str:
        """The key of the one person the bundle speaks of; '' when there are several or none."""
        return next(iter(self.patients)) if len(self.patients) == 1 else ""

    def know(self, entry: Entry) -> None:
        """One entry more."""
        here = f"{entry.kind}/{entry.source_id}"
        if entry.full_url and entry.full_url != here:
            self.names[entry.full_url.encode()] = here.encode()
        if entry.kind == "Patient" and len(self.patients) < 2:
            self.patients.add(here)


def head_of(text: bytes | bytearray) -> tuple[str, str]:
    """(kind, id) of a resource; ('', '') for what is no object with a resourceType."""
    try:
        found = _head.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "", ""
    return found.resource_type, found.id


def name_for(kind: str, id: str, full_url: str, text: bytes) -> str:
    """What the source calls it: its id, else the bundle's name for it, else (so that it is known again) its own words."""
    if id:
        return id
    if full_url.startswith("urn:uuid:"):
        return full_url.removeprefix("urn:uuid:")
    last = full_url.rpartition("/")[2]
    return last if last and len(last) <= 64 else blake2b(text, digest_size=16).hexdigest()


def contents_of(stream: IO[bytes], *, longest: int, chunk: int = CHUNK) -> Contents:
    """What the bundle holds, read through once. Raises NotABundle, naming the element, when it cannot be taken apart."""
    found, number, fault = Contents(), 0, None
    cutting = Cutting(stream, longest=longest, chunk=chunk)
    try:
        for cut in cutting:
            number = cut.number
            try:
                found.know(_entry(cut, longest))
            except NotABundle as error:
                fault = fault or error
    except TooMuchAround:
        words = f"It is longer than {longest // 1_000_000} MB and no bundle of shorter entries."
        raise NotABundle(words) from None
    found.kind, _ = head_of(cutting.around)
    if found.kind == "Bundle":
        _check(cutting.around, number)
        if fault:
            raise fault
    return found


def entries(
    stream: IO[bytes], contents: Contents, *, longest: int, skipping: int = 0, chunk: int = CHUNK
) -> Iterator[Entry]:
    """The bundle's resources in order, but for so many, references between them resolved."""
    for cut in islice(Cutting(stream, longest=longest, chunk=chunk), skipping, None):
        each = _entry(cut, longest)
        yield Entry(**{**vars(each), "text": resolved(each.text, contents.names)})


def resolved(text: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The same text, each reference that the bundle names otherwise written as 'Kind/id'."""
    if not names or b'"reference"' not in text:
        return text
    return _REFERENCE.sub(lambda found: found[1] + names.get(found[2], found[2]) + b'"', text)


def _check(around: bytes | bytearray, number: int) -> None:
    """Is what stands around so many entries the rest of one bundle?"""
    try:
        listed = len(_whole.decode(around).entry)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotABundle(f"The bundle cannot be read: {_said(str(error), 'Bundle')}") from None
    if listed != number:
        raise NotABundle("The bundle cannot be read: its list 'Bundle.entry' is there twice, or spelt with escapes.")


def _entry(cut: Cut, longest: int) -> Entry:
    name = f"Bundle.entry[{cut.number - 1}]"
    try:
        raw = _part.decode(cut.text) if cut.text else _Entry()
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotABundle(f"'{name}' cannot be read: {_said(str(error), name)}") from None
    text = bytes(raw.resource)
    method = raw.request.method if raw.request else ""
    kind, id = head_of(text) if text else ("", "")
    why_not = ""
    if not cut.text:
        why_not = f"'{name}' is longer than {longest // 1_000_000} MB."
    elif method not in TAKEN:
        why_not = f"'{name}.request.method' is {method}. Only POST and PUT are taken by an import."
    elif not text or text == b"null":
        why_not = f"'{name}.resource' is missing."
    source_id = name_for(kind, id, raw.full_url, text)
    return Entry(
        number=cut.number, after=cut.after, kind=kind, source_id=source_id, full_url=raw.full_url, text=text,
        why_not=why_not,
    )  # fmt: skip


def _said(words: str, name: str) -> str:
    """The place in FHIR's words instead of the reader's."""
    return words.replace("`$", f"'{name}").replace("[...]", "").replace("`", "'") + "."
