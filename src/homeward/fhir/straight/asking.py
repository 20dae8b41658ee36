"""How is one prepared statement asked, with nothing in between? On connections of our own, lent to one thread at a time.

They commit without waiting for the disk. A reading may be answered only when its access row can no longer be lost, so
`asked` waits instead: one of all who wait at that moment makes a small commit that does wait for the disk, and by then
everything committed before it is there too.
"""

from collections import deque
from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Any

import psycopg
from django.db import connections
from psycopg.pq import ExecStatus

from homeward.foundation.together import Together

AT_ONCE = 4  # a question takes a fraction of a millisecond, so a few connections serve many threads
_few = BoundedSemaphore(AT_ONCE)
_idle: deque[psycopg.Connection[Any]] = deque()
_waiting: deque[psycopg.Connection[Any]] = deque()  # the one that waits for the disk
_FLUSH = b"select pg_logical_emit_message(true, 'homeward', '')"
_STATEMENTS = {
    b"item": b"""select said, body, version, to_char(received_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),"""
    b""" to_char(received_at, 'Dy, DD Mon YYYY HH24:MI:SS "GMT"') from fhir_straight_item($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
    b"patient": b"select said, body from fhir_straight_patient($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    b"items": b"select said, total, id, body, version, received_at, placed_at"
    b" from fhir_straight_items($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
}
Rows = list[list[bytes | None]]


def asked(statement: bytes, values: Any) -> Rows | None:
    """The rows, as texts; `values` are texts or None for null. None when the database does not answer as it should: the long way says why."""
    connection = None
    with _few:
        try:
            connection = _idle.pop() if _idle else _connected(_STATEMENTS, waits=False)
            found = connection.pgconn.exec_prepared(statement, values)
        except (psycopg.Error, IndexError, OSError):
            if connection is not None:
                connection.close()
            return None
        if found.status != ExecStatus.TUPLES_OK:
            connection.close()
            return None
        _idle.append(connection)
    try:
        _disk.ask("flush", _flush)
    except _NotOnDisk:
        return None
    read, columns = found.get_value, range(found.nfields)
    return [[read(row, column) for column in columns] for row in range(found.ntuples)]


class _NotOnDisk(Exception):
    """The database did not say that what was written is safe, so nothing may be answered."""


def _flush() -> None:
    """A commit of next to nothing that waits for the disk, and so for all commits before it."""
    connection = None
    try:
        connection = _waiting.pop() if _waiting else _connected({b"flush": _FLUSH}, waits=True)
        found = connection.pgconn.exec_prepared(b"flush", [])
    except (psycopg.Error, IndexError, OSError):
        found = None
    if connection is not None and found is not None and found.status == ExecStatus.TUPLES_OK:
        _waiting.append(connection)
        return
    if connection is not None:
        connection.close()
    raise _NotOnDisk


_disk: Together[None] = Together()


def _connected(statements: Mapping[bytes, bytes], *, waits: bool) -> psycopg.Connection[Any]:
    """A new connection that knows these statements; whether its commits wait for the disk."""
    parameters = connections["default"].get_connection_params()
    wanted = {name: value for name, value in parameters.items() if name in _OF_LIBPQ and value}
    connection: psycopg.Connection[Any] = psycopg.connect(**wanted, autocommit=True)
    connection.execute("set time zone 'UTC'")
    if not waits:
        connection.execute("set synchronous_commit = off")
    for name, text in statements.items():
        connection.pgconn.prepare(name, text)
    return connection


_OF_LIBPQ = frozenset(
    "host port dbname user password sslmode sslrootcert sslcert sslkey options connect_timeout service passfile".split()
)


def let_go() -> None:
    """Close what is idle: for tests that copy the database anew."""
    for kept in (_idle, _waiting):
        while kept:
            kept.pop().close()
