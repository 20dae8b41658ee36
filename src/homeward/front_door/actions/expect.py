"""When will it be looked up what came of it? Written down with the advice or the decision, so that no check is forgotten."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.ids import new_id
from homeward.front_door.models import Arrival, Call, OutcomeCheck


def expect_outcomes(
    *,
    person_id: UUID,
    since: datetime,
    checks: Iterable[timedelta],
    call: Call | None = None,
    arrival: Arrival | None = None,
) -> None:
    """One check for each declared length of time after `since`. Inside an action, with the person's record open."""
    OutcomeCheck.objects.bulk_create(
        OutcomeCheck(
            id=new_id(), person_id=person_id, call=call, arrival=arrival, hours=int(length.total_seconds() // 3600),
            since=since, until=since + length, due_at=since + length,
        )
        for length in checks
    )  # fmt: skip
