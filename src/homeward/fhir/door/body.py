"""What did the partner send, read no further than it is allowed to be long?"""

from email.message import Message

from django.http import HttpRequest

from homeward.foundation.r4.issues import Faulty, Issue, IssueCode

LARGEST_MESSAGE = 1024 * 1024
_CHUNK = 64 * 1024
_ACCEPTED_TYPES = ("application/fhir+json", "application/json")
_OF_FILES = ("application/fhir+ndjson", "application/ndjson")


def read_body(request: HttpRequest, *, largest: int = LARGEST_MESSAGE) -> bytes:
    """The body. Refused unread when its stated length is too great, and while it comes when it proves to be."""
    _check_type(request)
    stated = request.headers.get("Content-Length", "")
    if not stated:
        raise _fault(411, "required", "Say how long the content is: send a Content-Length header.")
    if not stated.isdigit() or int(stated) > largest:
        raise _fault(413, "too-long", f"The content is too long. At most {largest // 1024} kB is read here.")
    parts: list[bytes] = []
    held = 0
    while chunk := request.read(_CHUNK):
        held += len(chunk)
        if held > largest:
            raise _fault(413, "too-long", f"The content is too long. At most {largest // 1024} kB is read here.")
        parts.append(chunk)
    if held != int(stated):
        raise _fault(400, "structure", f"The content stops early: {held} of {stated} bytes came.")
    return b"".join(parts)


def _check_type(request: HttpRequest) -> None:
    header = Message()
    header["Content-Type"] = request.headers.get("Content-Type", "")
    if header.get_content_type() not in _ACCEPTED_TYPES or not request.headers.get("Content-Type"):
        raise _fault(415, "not-supported", "Send FHIR as JSON: Content-Type application/fhir+json.")
    charset = str(header.get_param("charset", "utf-8")).strip().lower()
    if charset not in ("utf-8", "utf8"):
        raise _fault(415, "not-supported", "Send FHIR in UTF-8: no other character set is read here.")
    version = str(header.get_param("fhirVersion", "4.0"))
    if not version.startswith("4.0"):
        raise _fault(415, "not-supported", "Send FHIR R4: fhirVersion 4.0.")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise _fault(415, "not-supported", "Send the content as it is, not compressed.")


def check_accept(request: HttpRequest) -> None:
    """Can the asker read what we would answer? FHIR as JSON is all there is; files of a bulk export have a resource a line."""
    known = (*_ACCEPTED_TYPES, *(_OF_FILES if request.path.endswith(".ndjson") else ()), "*/*", "application/*", "json")
    wanted = request.headers.get("Accept", "") or "*/*"
    if request.GET.get("_format"):
        wanted = request.GET["_format"]
    for each in wanted.split(","):
        kind = each.partition(";")[0].strip().lower()
        if kind in known:
            return
    raise _fault(406, "not-supported", "Answers are FHIR as JSON: ask for application/fhir+json.")


def _fault(status: int, code: IssueCode, words: str) -> Faulty:
    return Faulty(Issue(code=code, diagnostics=words), status=status)
