"""Is this process alive, and is Homeward ready to be used?"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from django.db import connection
from django.http import HttpRequest, JsonResponse

from homeward.exchange import api as exchange
from homeward.measures import api as measures


def healthz(request: HttpRequest) -> JsonResponse:
    """Alive: this process answers. It asks nothing of anything else."""
    return JsonResponse({"alive": True})


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return ""


def _jobs() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_workers where last_heartbeat > now() - interval '1 minute'")
        row = cursor.fetchone()
    return "" if row and row[0] else "No job worker has been heard from in the last minute."


def _extracts() -> str:
    lake = measures.lake_or_none()
    if lake is None:
        return "No numbers have been counted yet."
    if not measures.fresh(datetime.now(UTC), lake.as_of):
        return f"The numbers were last counted at {lake.as_of.isoformat(timespec='minutes')}."
    return ""


def _outbox() -> str:
    state = exchange.outbox_state(datetime.now(UTC))
    said = []
    if state.overdue:
        minutes = int(state.late.total_seconds() // 60)
        said.append(f"{state.overdue} messages that are due have not gone; the oldest is {minutes} minutes late.")
    if state.dead:
        said.append(f"{state.dead} messages could not be sent and wait for somebody to look at them.")
    return " ".join(said)


NEEDED = {"database": _database, "jobs": _jobs}
# Old numbers say how old they are, and what waits in the outbox is not lost: they keep nobody from being looked after.
WISHED = {"extracts": _extracts, "outbox": _outbox}


def _asked(checks: Mapping[str, Callable[[], str]]) -> dict[str, str]:
    found = {}
    for name, check in checks.items():
        try:
            words = check()
        except Exception as error:  # whatever is wrong, this page is where it is said
            words = f"The {name} check failed ({type(error).__name__})."
        if words:
            found[name] = words
    return found


def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers and a job worker is at work; 503 and what is wrong otherwise. Old extracts and a full outbox are told."""
    faults = _asked(NEEDED)
    body = {"ready": not faults, "faults": faults, "warnings": _asked(WISHED)}
    answer = JsonResponse(body, status=503 if faults else 200)
    setattr(answer, "_has_been_logged", True)  # noqa: B010  # Django's own mark: whoever asks every second needs no log line
    return answer
