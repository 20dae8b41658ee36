"""How are questions asked with nothing in between? Prepared statements over many questions, on connections of our own.

Each statement is a transaction by itself and its commit waits for the disk: a reading is answered only when its access
rows can no longer be lost.
"""

from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import psycopg
from django.db import connections
from psycopg.pq import ExecStatus

from homeward.fhir.straight.gathering import Gathering

AT_ONCE = 2  # of each kind of question
MANY = 5  # so many wait before they are asked about beside an asking under way: fewer cost more than they gain
MOST = 32
_idle: deque[psycopg.Connection[Any]] = deque()
_STATEMENTS = {
    b"item": b"""select n, id, body, version, to_char(received_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),"""
    b""" to_char(received_at, 'Dy, DD Mon YYYY HH24:MI:SS "GMT"') from fhir_item_each($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
    b"patient": b"select n, id, body from fhir_patient_each($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    b"items": b"""select n, person, total, found, last_at, page"""
    b""" from fhir_items_each($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""",
}
Row = list[Any]  # texts as bytes, or None
Rows = list[Row]
Values = tuple[bytes, ...]  # each as an element of an array, see `element`
NULL = b"null"


def asked(statement: bytes, values: Values) -> Rows | None:
    """The rows of this question, as texts and without their number. None when there are none, or when the database does
    not answer as it should: the long way says why."""
    return _gatherings[statement].ask(values)


def element(value: str) -> bytes:
    """A text as an element of an array, whatever is in it. ValueError for what no text can hold."""
    if "\0" in value:
        raise ValueError("a text cannot hold this character")
    return b'"' + value.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'


def _ask_all(statement: bytes, questions: Sequence[Values]) -> list[Rows | None]:
    answers: list[Rows | None] = [None] * len(questions)
    connection = None
    try:
        connection = _lent()
        columns = [b"{" + b",".join(column) + b"}" for column in zip(*questions, strict=True)]
        columns.append(datetime.now(UTC).isoformat().encode())
        found = connection.pgconn.exec_prepared(statement, columns)
    except (psycopg.Error, OSError):
        found = None
    if found is None or found.status != ExecStatus.TUPLES_OK:
        if connection is not None:
            connection.close()
        return answers
    if connection is not None:
        _idle.append(connection)
    read, width = found.get_value, range(1, found.nfields)
    for row in range(found.ntuples):
        number = int(read(row, 0) or b"") - 1
        rows = answers[number]
        if rows is None:
            rows = answers[number] = []
        rows.append([read(row, column) for column in width])
    return answers


def _gathering(statement: bytes) -> Gathering[Values, Rows]:
    return Gathering(lambda questions: _ask_all(statement, questions), at_once=AT_ONCE, most=MOST, many=MANY)


_gatherings = {statement: _gathering(statement) for statement in _STATEMENTS}


def _lent() -> psycopg.Connection[Any]:
    """A connection that nobody uses."""
    try:
        return _idle.pop()
    except IndexError:
        return _connected()


def _connected() -> psycopg.Connection[Any]:
    """A new connection that knows the statements and plans each once."""
    parameters = connections["default"].get_connection_params()
    wanted = {name: value for name, value in parameters.items() if name in _OF_LIBPQ and value}
    connection: psycopg.Connection[Any] = psycopg.connect(**wanted, autocommit=True)
    connection.execute("set time zone 'UTC'")
    connection.execute("set plan_cache_mode = force_generic_plan")
    for name, text in _STATEMENTS.items():
        connection.pgconn.prepare(name, text)
    return connection


_OF_LIBPQ = frozenset(
    "host port dbname user password sslmode sslrootcert sslcert sslkey options connect_timeout service passfile".split()
)


def let_go() -> None:
    """Close what is idle: for tests that copy the database anew."""
    while _idle:
        _idle.pop().close()
