"""How is a bulk export gathered by a process of its own, slowly, so that a test can kill it in the middle?"""

import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from homeward.fhir.actions import gather_bulk as gathering


def gather(export_id: str, pause: float) -> None:
    """Gather to the end, three people at a time, with so many seconds after each person."""
    whole = gathering.lines_of_person

    def slowly(*args: Any, **more: Any) -> Any:
        found = whole(*args, **more)
        time.sleep(pause)
        return found

    gathering.lines_of_person = slowly
    while gathering.gather_bulk(UUID(export_id), at=datetime.now(UTC), most=3):
        pass
