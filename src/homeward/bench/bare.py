"""What does the barest endpoint do: one JSON document by its id from the same database, with no Django, no gate and no log?"""

import os
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

HEADERS = [("Content-Type", "application/json")]


@lru_cache(maxsize=1)
def _pool() -> ConnectionPool[psycopg.Connection[Any]]:
    return ConnectionPool(os.environ["HOMEWARD_OWNER_URL"], min_size=2, max_size=16, open=True, kwargs={"autocommit": True})


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """WSGI: `GET /<id>`."""
    with _pool().connection() as line:
        row = line.execute("select body from records_item where id = %s", [environ["PATH_INFO"][1:]]).fetchone()
    start_response("200 OK" if row else "404 Not Found", HEADERS)
    return [row[0].encode() if row else b"{}"]
