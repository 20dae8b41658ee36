"""How is a phone's queue taken in by a process of its own, so that a test can kill it at any moment?"""

import json
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.rounds.api import receive_offline


def take_in(tells: Connection, path: str, device: UUID, by: Actor) -> None:
    """Take in the file's records from this phone and its user. Tells the id of each record once it is acknowledged, and 'done' at
    the end: what was acknowledged a phone forgets."""
    told = json.loads(Path(path).read_text())
    tells.send("go")
    for record in told["records"]:
        fate = receive_offline(sent=record, device_id=device, by=by, at=datetime.fromisoformat(told["at"]))
        tells.send(str(fate.id))
    tells.send("done")
