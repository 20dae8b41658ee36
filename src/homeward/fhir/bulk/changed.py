"""Of whom has anything changed since a moment, so that a bulk export opens nobody else?

Every change is an event, but for what partners' records say: that is found by when it came. Both are wider than what
is given, which is judged resource by resource; neither may be narrower.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from homeward.foundation.events import read
from homeward.records.api import told_since


def changed_among(people: Collection[UUID], *, since: datetime | None) -> set[UUID]:
    """Those among them of whom anything may have changed since then; all of them without a moment. Inside the gate of a job."""
    if since is None or not people:
        return set(people)
    return read.touched(people, since=since) | told_since(people, since=since)
