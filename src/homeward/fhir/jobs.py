"""What does the FHIR door do in the background? It gathers bulk exports, and throws those away whose hours are over."""

from datetime import UTC, datetime
from uuid import UUID

from procrastinate.contrib.django import app

from homeward.fhir.actions.end_bulk import throw_bulk_away
from homeward.fhir.actions.gather_bulk import gather_bulk, give_bulk_up
from homeward.fhir.bulk.vocabulary import GATHER, THROW_AWAY
from homeward.foundation.cut_short import when_given_up


@app.task(name=GATHER, pass_context=False)
def gather(export_id: str) -> None:
    """Gather the next people of one export, and put down that there are more."""
    if gather_bulk(UUID(export_id), at=datetime.now(UTC)):
        app.configure_task(GATHER).defer(export_id=export_id)


@when_given_up(GATHER)
def give_up(export_id: str) -> None:
    """Its worker was killed each time."""
    give_bulk_up(UUID(export_id))


@app.periodic(cron="*/15 * * * *")
@app.task(name=THROW_AWAY, queueing_lock=THROW_AWAY, pass_context=False)
def throw_away(timestamp: int) -> int:
    """End the exports whose hours are over; returns how many."""
    return throw_bulk_away(at=datetime.fromtimestamp(timestamp, UTC))
