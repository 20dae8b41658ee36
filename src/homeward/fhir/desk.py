"""Who tells the pages of information governance of bulk exports, and ends one for them?"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from homeward.exchange.api import TakenAtOnce
from homeward.fhir.actions.end_bulk import stop_bulk
from homeward.fhir.queries import bulk_exports
from homeward.foundation.actions import Actor


class OwnDesk:
    """The exports of this door."""

    def listed(self, *, by: Actor, at: datetime, page: int) -> tuple[Sequence[TakenAtOnce], bool]:
        """A page of them, the newest first, and whether there are more."""
        return bulk_exports.listed(by=by, at=at, page=page)

    def one(self, export_id: UUID, *, by: Actor, at: datetime) -> TakenAtOnce:
        """One of them. Raises NotFound."""
        return bulk_exports.one(export_id, by=by, at=at)

    def stop(self, *, export_id: UUID, why: str, by: Actor, at: datetime) -> None:
        """End it for good."""
        stop_bulk(export_id=export_id, why=why, by=by, at=at)
