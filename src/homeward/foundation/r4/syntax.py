"""Is this id, reference, code or date written as FHIR R4 writes it?"""

import re
from datetime import date

import fhirkit

_ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")
_UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_OID = re.compile(r"urn:oid:[0-2](\.(0|[1-9][0-9]*))+")
_ABSOLUTE = re.compile(r"https?://[^\s/?#<>\"{}|\\^`]+[^\s<>\"{}|\\^`]*", re.IGNORECASE)
_RELATIVE = re.compile(r"([A-Z][A-Za-z]+)/([A-Za-z0-9\-.]{1,64})(/_history/[A-Za-z0-9\-.]{1,64})?")
_SEARCHED = re.compile(r"([A-Z][A-Za-z]+)\?[^\s<>\"{}\\^`]+")  # a search in place of an id, inside a transaction
_CODE = re.compile(r"[^\s]+(\s[^\s]+)*")
_MOMENT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](\d{2}):(\d{2})))?)?)?"
)

TYPES = frozenset(fhirkit.RESOURCE_TYPES)
_DATE_ELEMENTS = (
    "birthDate start end authoredOn authored effectiveDateTime deceasedDateTime dateTime sent received created "
    "timestamp lastUpdated recordedDate onsetDateTime issued date occurrenceDateTime performedDateTime"
)
DATES = frozenset(_DATE_ELEMENTS.split())


def is_id(text: str) -> bool:
    """A logical id: up to 64 letters, digits, hyphens and full stops."""
    return _ID.fullmatch(text) is not None


def is_uuid_urn(text: str) -> bool:
    """A urn:uuid with a whole UUID in it."""
    return _UUID.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """A code: no space at either end and never two together."""
    return _CODE.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """A literal reference: urn:uuid, urn:oid, an absolute address, a #fragment or Type/id with a type that exists."""
    if text.startswith("#"):
        return is_id(text[1:])
    if text.startswith("urn:"):
        return is_uuid_urn(text) or _OID.fullmatch(text) is not None
    relative = _RELATIVE.fullmatch(text) or _SEARCHED.fullmatch(text)
    if relative:
        return relative[1] in TYPES
    return _ABSOLUTE.fullmatch(text) is not None


def is_search(text: str) -> bool:
    """A conditional reference (FHIR R4, transactions): a type that exists and what to look for."""
    kind, mark, asked = text.partition("?")
    return bool(mark and asked) and kind in TYPES


def is_moment(text: str) -> bool:
    """A date or date and time that the calendar and the clock have. Leap seconds are read, as FHIR allows."""
    found = _MOMENT.fullmatch(text)
    if not found:
        return False
    year, month, day, hour, minute, second, off_hour, off_minute = (int(each or 0) for each in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    if (found[2] and month == 0) or (found[3] and day == 0):
        return False
    return hour < 24 and minute < 60 and second <= 60 and off_hour <= 14 and off_minute < 60
