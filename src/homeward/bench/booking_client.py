"""What does each client of the booking bench do? Asks for a place over and over, and says what came of each attempt.

`python -m homeward.bench.booking_client LINE CLIENTS ATTEMPTS SECONDS`: waits for a line on standard input, then each of
its clients makes its attempts, for at most so many seconds. One line of answer an attempt, written as soon as it is
known (its caller reads them from a file): `booked ID MILLISECONDS`, `refused - MILLISECONDS`, `failed WORDS MILLISECONDS`.
"""

import sys
import threading
from datetime import UTC, datetime, timedelta
from time import monotonic, perf_counter, sleep
from uuid import UUID

import django

STAY = timedelta(days=2)


def attempt(line_id: UUID, start: datetime) -> str:
    """Ask for one place from `start` on; the answer in a line."""
    from homeward.access.api import system
    from homeward.capacity.api import book
    from homeward.foundation.errors import Refused
    from homeward.foundation.ids import new_id

    begun = perf_counter()
    try:
        booked = book(
            line_id=line_id, start=start, end=start + STAY, subject_id=new_id(), by=system("bench"),
            at=datetime.now(UTC),
        )  # fmt: skip
        said = f"booked {booked}"
    except Refused:
        said = "refused -"
    except Exception as error:  # whatever else went wrong is a figure of the bench, not its end
        said = f"failed {type(error).__name__}"
    return f"{said} {(perf_counter() - begun) * 1000:.2f}"


def client(line_id: UUID, attempts: int, start: datetime, until: float, tell: threading.Lock) -> None:
    """One client, one connection, one attempt after the other."""
    from django.db import connection

    for _ in range(attempts):
        if monotonic() > until:
            break
        said = attempt(line_id, start)
        with tell:
            sys.stdout.write(f"{said}\n")
            sys.stdout.flush()
        if said.startswith("failed"):  # the database may be coming back
            connection.close()
            sleep(0.2)
    connection.close()


def main(line: str, clients: str, attempts: str, seconds: str) -> None:
    django.setup()
    from django.db import connection

    from homeward.directory.api import place

    place()
    connection.ensure_connection()
    print("ready", file=sys.stderr, flush=True)
    start = datetime.fromisoformat(sys.stdin.readline().strip())
    tell, until = threading.Lock(), monotonic() + float(seconds)
    working = [
        threading.Thread(target=client, args=(UUID(line), int(attempts), start, until, tell))
        for _ in range(int(clients))
    ]
    for each in working:
        each.start()
    for each in working:
        each.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
