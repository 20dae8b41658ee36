"""Who is it that let this app in? The one Practitioner an app may read: its own user (SMART's fhirUser)."""

from collections.abc import Mapping
from datetime import UTC, datetime

from homeward.directory.api import place
from homeward.fhir.door.route import Call
from homeward.fhir.resources.pointing import without_empty
from homeward.fhir.resources.shown import Shown

KIND = "Practitioner"
_SINCE = datetime(2026, 1, 1, tzinfo=UTC)


class OwnPractitioner:
    """The member of staff for whom an app acts; nobody else's."""

    def by_id(self, call: Call) -> Mapping[str, Shown]:
        """One, or none for a partner's system and for a citizen, who is a Patient."""
        by = call.partner
        if by.kind != "staff" or by.user_id is None:
            return {}
        role = place().roles.get(by.role)
        made = without_empty(
            {
                "active": True,
                "name": [{"text": by.name}],
                "qualification": [{"code": {"text": role.title}}] if role else None,
            }
        )
        id = str(by.user_id)
        return {id: Shown(kind=KIND, id=id, updated=_SINCE, made=made)}
