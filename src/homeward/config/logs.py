"""What does a log line look like, and what may it never hold?

One JSON object a line, with what happened and where in the code. Never the query string of a request, the
parameters of a statement or the message of an exception: any of them may hold a person's details. Nor a link's token. An
exception is told by its type and the lines of code it passed through, one of the database also by its SQLSTATE and constraint.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

LINK = re.compile(r"/link/[^/\s\"]+")  # an address that opens something by itself
KEPT = ("status_code", "method", "path", "milliseconds", "job", "port", "process_name")


def _frames(error: BaseException) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)][
        -12:
    ]


def _from_the_database(error: BaseException) -> dict[str, str]:
    """Its SQLSTATE and the constraint it names, which are ours and nobody's details."""
    cause = error.__cause__ or error
    told = {"sqlstate": getattr(cause, "sqlstate", None), "constraint": getattr(getattr(cause, "diag", None), "constraint_name", None)}
    return {name: value for name, value in told.items() if value}


def _message(record: logging.LogRecord) -> str:
    if record.exc_info and record.exc_info[0]:
        return str(record.msg)  # without its arguments
    return record.getMessage().partition("?")[0]


class JsonLines(logging.Formatter):
    """Format a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _message(record),
        }
        line |= {name: getattr(record, name) for name in KEPT if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["error"] = type(record.exc_info[1]).__name__
            line["frames"] = _frames(record.exc_info[1])
            line |= _from_the_database(record.exc_info[1])
        return LINK.sub("/link/…", json.dumps(line, default=str, ensure_ascii=False))


def logging_settings(level: str) -> dict[str, object]:
    """Django's LOGGING: everything to the error stream as JSON lines."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "homeward.config.logs.JsonLines"}},
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.db.backends": {"handlers": [], "level": "WARNING", "propagate": True},
            "procrastinate": {"level": "WARNING"},
            "psycopg.pool": {"level": "ERROR"},
        },
    }
