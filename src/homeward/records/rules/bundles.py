"""Which resources does a bundle hold, each cut out as it was written, and what do their references mean?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

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
_head = msgspec.json.Decoder(_Head)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One resource: its number in the bundle from 1, kind, the source's id and text. `why_not` says why it is not taken."""

    number: int
    kind: str
    source_id: str
    text: bytes
    why_not: str = ""


def head_of(text: bytes) -> tuple[str, str]:
    """(kind, id) of a resource; ('', '') for what is no object with a resourceType."""
    try:
        found = _head.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError):
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


def entries(body: bytes) -> list[Entry]:
    """The bundle's resources in order, references between them resolved. Raises NotABundle."""
    try:
        bundle = _whole.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotABundle(f"The bundle cannot be read: {_said(str(error))}") from None
    found = [_entry(number, each) for number, each in enumerate(bundle.entry, start=1)]
    names: dict[bytes, bytes] = {}
    for each, raw in zip(found, bundle.entry, strict=True):
        here = f"{each.kind}/{each.source_id}"
        if raw.full_url and raw.full_url != here:
            names[raw.full_url.encode()] = here.encode()
    return [Entry(**{**vars(each), "text": resolved(each.text, names)}) for each in found]


def resolved(text: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """The same text, each reference that the bundle names otherwise written as 'Kind/id'."""
    if not names or b'"reference"' not in text:
        return text
    return _REFERENCE.sub(lambda found: found[1] + names.get(found[2], found[2]) + b'"', text)


def only_patient(found: Sequence[Entry]) -> str:
    """The key of the one person the bundle speaks of; '' when there are several or none."""
    patients = {f"Patient/{each.source_id}" for each in found if each.kind == "Patient"}
    return patients.pop() if len(patients) == 1 else ""


def _entry(number: int, raw: _Entry) -> Entry:
    text = bytes(raw.resource)
    method = raw.request.method if raw.request else ""
    kind, id = head_of(text) if text else ("", "")
    why_not = ""
    if method not in TAKEN:
        why_not = f"'Bundle.entry[{number - 1}].request.method' is {method}. Only POST and PUT are taken by an import."
    elif not text or text == b"null":
        why_not = f"'Bundle.entry[{number - 1}].resource' is missing."
    return Entry(number=number, kind=kind, source_id=name_for(kind, id, raw.full_url, text), text=text, why_not=why_not)


def _said(words: str) -> str:
    """The place in FHIR's words instead of the reader's."""
    return words.replace("`$", "'Bundle").replace("[...]", "").replace("`", "'") + "."
