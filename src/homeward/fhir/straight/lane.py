"""Which questions go the short way, and how are they answered? A read by id, a search by whose it is, a Patient by identifier."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from homeward.access.api import in_words
from homeward.fhir.door.route import CONTENT_TYPE
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.patient import shown as patient_shown
from homeward.fhir.resources.shown import Shown, http_date
from homeward.fhir.search.asking import MOST, USUAL
from homeward.fhir.search.cursor import next_mark
from homeward.fhir.search.ordering import ordered
from homeward.fhir.straight.asking import Rows, asked
from homeward.fhir.straight.bundle import searchset
from homeward.fhir.straight.grants import Grant, base_of, known
from homeward.fhir.straight.wording import shown_text

Environ = Mapping[str, Any]
Sent = tuple[str, list[tuple[str, str]], bytes]
Application = Callable[[Any, Any], Iterable[bytes]]

ROOT = "/fhir/R4/"
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TOKEN = re.compile(r"([^|]*)\|?([^|,\\$]+)")
_WANTED = frozenset(
    ("", "*/*", "application/fhir+json", "application/json", "application/fhir+json;q=1.0, application/json;q=0.9")
)
_LONG_WAY = frozenset(
    (
        "HTTP_IF_NONE_MATCH",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_PREFER",
        "HTTP_X_REQUEST_ID",
        "HTTP_X_CORRELATION_ID",
    )
)
_WHOSE = ("patient", "subject")
_BY_NUMBER = ("patient.identifier", "subject.identifier", "subject:Patient.identifier", "patient:Patient.identifier")
# Kinds of which we hold some ourselves are put together the long way.
_THEIRS = frozenset(name for name, kind in KINDS.items() if kind.personal and kind.own is None)
_WORDS = {name: in_words(name).encode() for name in KINDS}


class Question(NamedTuple):
    """One request that may go the short way."""

    kind: str
    grant: Grant
    environ: Environ

    def terms(self, doing: bytes) -> tuple[bytes, ...]:
        """What the database is told of every question: why, when, and on what ground the record may be opened."""
        grant = self.grant
        now = datetime.now(UTC).isoformat().encode()
        return doing + b" " + _WORDS[self.kind] + b" over FHIR", now, grant.needs_relation, grant.care, grant.partners


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
    values = [
        question.grant.token,
        question.kind.encode(),
        id.encode(),
        *question.terms(b"reading"),
        question.grant.seen,
    ]
    rows = asked(b"item", values)
    if not rows or rows[0][0] != b"" or rows[0][1] is None:
        return None
    version, updated = _text(rows[0][2]), _text(rows[0][3])
    body = shown_text(_text(rows[0][1]), id=id, version=version, updated=updated)
    return _sent(body, etag=f'W/"{version}"', changed=_text(rows[0][4]))


def _patient(question: Question, *, id: bytes | None = None, system: str = "", value: str = "") -> Shown | None:
    doing = b"reading" if id else b"searching"
    values = [question.grant.token, id, system.encode(), value.encode(), *question.terms(doing), question.grant.asker]
    rows = asked(b"patient", values)
    if not rows or rows[0][0] != b"" or rows[0][1] is None:
        return None
    return patient_shown(_text(rows[0][1]))


def _search(question: Question, query: str) -> Sent | None:
    pairs = parse_qsl(query, keep_blank_values=True)
    named = {name: value for name, value in pairs if name not in ("_count", "_format")}
    base = base_of(question.environ.get("HTTP_HOST", ""), question.environ.get("HTTP_X_FORWARDED_PROTO", ""))
    if (
        base is None
        or len(named) != 1
        or len({name for name, _ in pairs}) != len(pairs)
        or dict(pairs).get("_format", "json") != "json"
    ):
        return None
    name, value = named.popitem()
    if question.kind == "Patient":
        number = _TOKEN.fullmatch(value) if name == "identifier" else None
        found = _patient(question, system=number[1], value=number[2]) if number else None
        return _bundle(question, base, pairs, [found], 1, USUAL) if found else None
    count = dict(pairs).get("_count", str(USUAL))
    if (
        question.kind not in _THEIRS
        or name not in (*_WHOSE, *_BY_NUMBER)
        or not (count.isascii() and count.isdigit() and len(count) < 9)
    ):
        return None
    rows = _items(question, name, value, min(int(count), MOST))
    return _found(question, base, pairs, rows, min(int(count), MOST)) if rows else None


def _items(question: Question, name: str, value: str, count: int) -> Rows | None:
    id = value.removeprefix("Patient/")
    number = _TOKEN.fullmatch(value)
    if name in _WHOSE and _ID.fullmatch(id):
        whom: list[bytes | None] = [id.encode(), b"", b""]
    elif name in _BY_NUMBER and number:
        whom = [None, number[1].encode(), number[2].encode()]
    else:
        return None
    more = str(count + 1).encode()
    values = [
        question.grant.token,
        question.kind.encode(),
        *whom,
        more,
        *question.terms(b"searching"),
        question.grant.seen,
    ]
    rows = asked(b"items", values)
    return rows if rows and rows[-1][0] == b"#" else None


def _found(question: Question, base: str, pairs: list[tuple[str, str]], rows: Rows, count: int) -> Sent:
    found = [
        Shown(
            kind=question.kind, id=_text(row[2]), version=_text(row[4]), updated=_moment(row[5]), effective=_moment(row[6]),
            received=_text(row[3]),
        )
        for row in rows[:-1]
    ]  # fmt: skip
    return _bundle(question, base, pairs, found, int(_text(rows[-1][1])), count)


def _bundle(
    question: Question, base: str, pairs: list[tuple[str, str]], found: list[Shown], total: int, count: int
) -> Sent:
    page, following = found[:count], None
    if len(found) > count and page:
        ((key, _),) = ordered(page[-1:], (), {})
        following = next_mark(key, query=pairs, by=question.grant.actor.organisation)
    return _sent(searchset(base, question.kind, pairs, page, total, following))


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


def _text(value: bytes | None) -> str:
    return (value or b"").decode()


def _moment(value: bytes | None) -> datetime:
    return datetime.fromisoformat(_text(value))


def beside(application: Application) -> Application:
    """The WSGI application, with the short way tried first."""

    def answer(environ: Any, start_response: Any) -> Iterable[bytes]:
        sent = short_way(environ) if environ.get("PATH_INFO", "").startswith(ROOT) else None
        if sent is None:
            return application(environ, start_response)
        start_response(sent[0], sent[1])
        return [sent[2]]

    return answer
