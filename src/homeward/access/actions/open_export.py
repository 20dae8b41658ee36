"""How is a copy of a record handed out?"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.models import Export
from homeward.access.queries.exports import person_of_export
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotFound
from homeward.foundation.moments import london_day


@dataclass(frozen=True, kw_only=True)
class CopyFile:
    """The zip itself."""

    name: str
    content: bytes
    sha256: str


@action("access.open_export", about=lambda asked: person_of_export(asked["export_id"]))
def open_export(*, export_id: UUID, by: Actor, at: datetime) -> Happening[CopyFile]:
    """The file, once it is ready; that it was taken is written down each time. Raises NotFound."""
    export = Export.objects.filter(pk=export_id, state="ready").first()
    if export is None or export.content is None:
        raise NotFound(
            "This copy is not ready, or was thrown away when its days were over.", next_step="Ask for a new one."
        )
    file = CopyFile(name=f"record-{london_day(export.asked_at):%Y-%m-%d}.zip", content=bytes(export.content), sha256=export.sha256)
    return Happening(
        result=file,
        subject_kind="copy",
        subject_id=export.id,
        person_id=export.person_id,
        facts={"sha256": export.sha256},
    )
