"""Is this process alive, and is Homeward ready to be used?"""

from django.db import connection
from django.http import HttpRequest, JsonResponse


def healthz(request: HttpRequest) -> JsonResponse:
    """Alive: this process answers. It asks nothing of anything else."""
    return JsonResponse({"alive": True})


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return ""


def _jobs() -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from procrastinate_workers where last_heartbeat > now() - interval '1 minute'"
        )
        row = cursor.fetchone()
    return "" if row and row[0] else "No job worker has been heard from in the last minute."


CHECKS = {"database": _database, "jobs": _jobs}


def readyz(request: HttpRequest) -> JsonResponse:
    """Ready: the database answers and a job worker is at work. 503 and what is wrong otherwise."""
    faults = {}
    for name, check in CHECKS.items():
        try:
            fault = check()
        except Exception as error:  # whatever is wrong, this page is where it is said
            fault = f"The {name} check failed ({type(error).__name__})."
        if fault:
            faults[name] = fault
    return JsonResponse({"ready": not faults, "faults": faults}, status=503 if faults else 200)
