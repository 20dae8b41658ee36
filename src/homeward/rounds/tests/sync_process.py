"""How is a phone's queue taken in by a process of its own, so that a test can kill it at any moment?

Arguments: the file of records, the phone's id, and its user's membership as JSON. Prints the id of each record once it is
acknowledged, and 'done' at the end: what was acknowledged a phone forgets.
"""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from uuid import UUID

import django


def main(path: str, device: str, who: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.plumbing.settings")
    django.setup()
    from homeward.foundation.actions import Actor
    from homeward.rounds.api import receive_offline

    told = json.loads(Path(path).read_text())
    known = json.loads(who)
    by = Actor(**{**known, "user_id": UUID(known["user_id"]), "teams": tuple(known["teams"])})
    print("go", flush=True)
    for record in told["records"]:
        fate = receive_offline(sent=record, device_id=UUID(device), by=by, at=datetime.fromisoformat(told["at"]))
        print(f"{fate.id} {fate.state}", flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
