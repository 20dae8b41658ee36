"""Which questions go the short way, and how are they answered? A read by id, a search by whose it is, a Patient by identifier."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qsl
from uuid import UUID

from homeward.access.api import in_words
from homeward.fhir.door.route import CONTENT_TYPE
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.patient import shown as patient_shown
from homeward.fhir.resources.shown import Shown, http_date
from homeward.fhir.search.asking import MOST, USUAL
from homeward.fhir.search.cursor import next_mark, read_mark
from homeward.fhir.search.ordering import moment_in, usual_key
from homeward.fhir.straight.asking import NULL, Row, Rows, Values, asked, element
from homeward.fhir.straight.bundle import Pairs, around, searchset
from homeward.fhir.straight.grants import Grant, base_of, known
from homeward.fhir.straight.wording import rows_of, shown_page, shown_text
from homeward.foundation.r4.issues import Faulty

Environ = Mapping[str, Any]
Sent = tuple[str, list[tuple[str, str]], bytes]
Application = Callable[[Any, Any], Iterable[bytes]]

ROOT = "/fhir/R4/"
ID = 36  # letters of an id
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TOKEN = re.compile(r"([^|]*)\|?([^|,\\$]+)")
_WANTED = frozenset(
    ("", "*/*", "application/fhir+json", "application/json", "application/fhir+json;q=1.0, application/json;q=0.9")
)
_LONG_WAY = frozenset(
    (
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_ORIGIN",
        "HTTP_PREFER",
        "HTTP_X_REQUEST_ID",
        "HTTP_X_CORRELATION_ID",
    )
)
_WHOSE = ("patient", "subject")
_OF_THE_PAGE = frozenset(("_count", "_format", "_cursor"))
_BY_NUMBER = ("patient.identifier", "subject.identifier", "subject:Patient.identifier", "patient:Patient.identifier")
# Kinds of which we hold some ourselves are put together the long way. Not so the observations of somebody of whom nothing was
# measured here: the database says no of the others (fhir_sent_alone).
_THEIRS = frozenset(
    name for name, kind in KINDS.items() if kind.personal and (kind.own is None or name == "Observation")
)
_WHY = {
    (doing, name): element(f"{doing} {in_words(name)} over FHIR")
    for name in KINDS
    for doing in ("reading", "searching")
}


class Question(NamedTuple):
    """One request that may go the short way."""

    kind: str
    grant: Grant
    environ: Environ

    def terms(self, doing: str) -> Values:
        """What the database is told of every question: why, and on what ground the record may be opened."""
        grant = self.grant
        return _WHY[doing, self.kind], grant.needs_relation, grant.care, grant.partners


def short_way(environ: Environ) -> Sent | None:
    """The answer; None when the long way must be taken: for anything unusual, and whenever the answer is no."""
    path = environ.get("PATH_INFO", "")
    if environ.get("REQUEST_METHOD") != "GET" or environ.get("HTTP_ACCEPT", "") not in _WANTED:
        return None
    kind, _, id = path[len(ROOT) :].partition("/")
    grant = known(environ.get("HTTP_AUTHORIZATION", ""))
    if grant is None or kind not in grant.kinds or not _LONG_WAY.isdisjoint(environ):
        return None
    question = Question(kind, grant, environ)
    query = environ.get("QUERY_STRING", "")
    if id:
        return _read(question, id) if not query and _ID.fullmatch(id) else None
    return _search(question, query) if query else None


def _read(question: Question, id: str) -> Sent | None:
    if question.kind == "Patient":
        found = _patient(question, id=id.encode())
        return _sent(found.json, etag=found.etag, changed=http_date(found.updated)) if found else None
    if question.kind not in _THEIRS:
        return None
    grant, asked_id = question.grant, id.encode()
    rows = asked(b"item", (grant.token, question.kind.encode(), asked_id, *question.terms("reading"), grant.seen))
    if not rows or rows[0][0] != asked_id:
        return None
    _, body, version, updated, changed = rows[0]
    etag = f'W/"{version.decode()}"'
    return _sent(shown_text(body, id=asked_id, version=version, updated=updated), etag=etag, changed=changed.decode())


def _patient(question: Question, *, id: bytes = NULL, system: bytes = b'""', value: bytes = b'""') -> Shown | None:
    grant, doing = question.grant, "searching" if id == NULL else "reading"
    rows = asked(b"patient", (grant.token, id, system, value, *question.terms(doing), grant.asker))
    if not rows or id not in (NULL, rows[0][0]):
        return None
    return patient_shown(rows[0][1].decode())


def _search(question: Question, query: str) -> Sent | None:
    pairs = _pairs(query)
    told = dict(pairs)
    base = base_of(question.environ.get("HTTP_HOST", ""), question.environ.get("HTTP_X_FORWARDED_PROTO", ""))
    named = told.keys() - _OF_THE_PAGE
    if base is None or len(named) != 1 or len(told) != len(pairs) or told.get("_format", "json") != "json":
        return None
    (name,) = named
    if question.kind == "Patient":
        number = _number(told[name]) if name == "identifier" and "_cursor" not in told else None
        found = _patient(question, system=number[0], value=number[1]) if number else None
        return _sent(searchset(base, "Patient", pairs, [_entry(base, found)], 1, ())) if found else None
    count = told.get("_count", str(USUAL))
    if question.kind not in _THEIRS or not (count.isascii() and count.isdigit() and len(count) < 9):
        return None
    most = min(int(count), MOST)
    before = [pair for pair in pairs if pair[0] != "_cursor"]
    try:
        after = _after(told["_cursor"], before, question) if "_cursor" in told else (NULL, NULL)
    except (Faulty, ValueError):
        return None
    rows = _items(question, name, told[name], most, after)
    return _page(question, base, pairs, before, rows[0], most) if rows else None


def _pairs(query: str) -> list[tuple[str, str]]:
    """As `parse_qsl` reads them, sooner where nothing is spelt with escapes."""
    if "%" in query or "+" in query:
        return parse_qsl(query, keep_blank_values=True)
    parted = [each.partition("=") for each in query.split("&") if each]
    return [(name, value) for name, _, value in parted]


def _after(cursor: str, query: Pairs, question: Question) -> tuple[bytes, bytes]:
    """When and which the last resource of the page before was. Faulty or ValueError for what is no cursor of this search."""
    key = read_mark(cursor, query=query, by=question.grant.actor.organisation)
    return element(moment_in(key).isoformat()), element(str(UUID(key[1])))


def _number(value: str) -> tuple[bytes, bytes] | None:
    """System and value of an identifier; None when it is spelt as only the long way understands."""
    found = _TOKEN.fullmatch(value)
    return (element(found[1]), element(found[2])) if found and "\0" not in value else None


def _items(question: Question, name: str, value: str, most: int, after: tuple[bytes, bytes]) -> Rows | None:
    grant, id = question.grant, value.removeprefix("Patient/")
    number = _number(value) if name in _BY_NUMBER else None
    if name in _WHOSE and _ID.fullmatch(id):
        whom: Values = (id.encode(), b'""', b'""')
    elif number:
        whom = (NULL, *number)
    else:
        return None
    terms = (str(most + 1).encode(), *after, *question.terms("searching"), grant.seen)
    rows = asked(b"items", (grant.token, question.kind.encode(), *whom, *terms))
    return rows if rows and whom[0] in (NULL, rows[0][0]) else None


def _page(question: Question, base: str, query: Pairs, before: Pairs, row: Row, most: int) -> Sent:
    """The page from (person, total, how many were found, when the last happened, their texts): one more than it holds, if there is more."""
    _, counted, found, last_at, texts = row
    page = rows_of(texts)[:most] if texts is not None else []
    following: Pairs = ()
    if int(found) > most and page:
        key = usual_key(datetime.fromisoformat(last_at.decode()), page[-1][:ID].decode())
        following = (*before, ("_cursor", next_mark(key, query=before, by=question.grant.actor.organisation)))
    whole = int(found) <= most and len(query) == len(before)
    total = int(counted) if counted is not None else int(found) if whole else None
    entries = shown_page(page, around(base, question.kind))
    return _sent(searchset(base, question.kind, query, entries, total, following))


def _entry(base: str, found: Shown) -> bytes:
    before, between, after = around(base, "Patient")
    return b"%b%b%b%b%b" % (before, found.id.encode(), between, found.json, after)


def _sent(body: bytes, *, etag: str = "", changed: str = "") -> Sent:
    headers = [
        ("Content-Type", CONTENT_TYPE),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Length", str(len(body))),
    ]
    if etag:
        headers += [("ETag", etag), ("Last-Modified", changed)]
    return "200 OK", headers, body


def beside(application: Application) -> Application:
    """The WSGI application, with the short way tried first."""

    def answer(environ: Any, start_response: Any) -> Iterable[bytes]:
        sent = short_way(environ) if environ.get("PATH_INFO", "").startswith(ROOT) else None
        if sent is None:
            return application(environ, start_response)
        start_response(sent[0], sent[1])
        return [sent[2]]

    return answer
