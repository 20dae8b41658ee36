"""How does something that plans wrote as FHIR become a resource ready to be sent?"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.fhir.resources.shown import Shown


def from_plans(made: Iterable[Mapping[str, Any]], person_id: UUID, *, updated: str = "") -> list[Shown]:
    """Each with its own id, version and moment; `updated` names the element with the moment where meta has none."""
    return [_shown(each, person_id, updated) for each in made]


def _shown(made: Mapping[str, Any], person_id: UUID, updated: str) -> Shown:
    meta = made.get("meta", {})
    return Shown(
        kind=made["resourceType"],
        id=made["id"],
        version=meta.get("versionId", ""),
        updated=datetime.fromisoformat(meta["lastUpdated"] if meta else made[updated]),
        person_id=person_id,
        made={name: value for name, value in made.items() if name not in ("resourceType", "id", "meta")},
    )
