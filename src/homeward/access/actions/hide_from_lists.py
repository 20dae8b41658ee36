"""Which relationships are kept off the lists of their teams, because the person objected to the partner they belong to?"""

from collections.abc import Collection
from uuid import UUID

from homeward.access.models import Consent, Relationship
from homeward.access.queries.partners import care_purpose, partners_of
from homeward.directory.api import place


def hide_from_lists(person_id: UUID) -> None:
    """Mark the standing relationships of this person anew, of the kinds that the place declares. Inside an open gate."""
    kinds = place().access_policy.objection_hides
    if not kinds:
        return
    partners = objections_of([person_id]).get(person_id, frozenset())
    standing = Relationship.objects.filter(person_id=person_id, ended_at__isnull=True, kind__in=kinds)
    for row in standing:
        hidden = is_hidden(row.team_code, partners)
        if hidden != row.objected:
            row.objected = hidden
            row.save(update_fields=["objected"])


def hides(kind: str) -> bool:
    """Does an objection keep relationships on this ground off lists?"""
    return kind in place().access_policy.objection_hides


def objections_of(person_ids: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """The partners that each does not want to open their record for their care. Inside an open gate."""
    objections = Consent.objects.filter(
        person_id__in=list(person_ids), purpose_code=care_purpose(), kind=Consent.OBJECTION, superseded_at__isnull=True
    )
    found: dict[UUID, frozenset[str]] = {}
    for person_id, partner in objections.values_list("person_id", "partner_code"):
        found[person_id] = found.get(person_id, frozenset()) | {partner}
    return found


def is_hidden(team_code: str, partners: Collection[str]) -> bool:
    """Does the team belong to one of these partners? A registered practice counts as its own organisation."""
    team = place().teams.get(team_code)
    return bool(partners) and bool(set(partners_of(team.organisation if team else team_code)) & set(partners))
