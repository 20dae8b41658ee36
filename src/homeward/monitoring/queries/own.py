"""How is the person's own stay, for them or whoever acts for them: what they sent, when the next is due, whom to ring?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.monitoring.models import Alert
from homeward.monitoring.queries.stay import SetView, open_stays_of, set_view
from homeward.monitoring.rules.scoring import parts_asked
from homeward.plans.api import Part


@dataclass(frozen=True, kw_only=True)
class OwnStay:
    """One stay as the person sees it. `sent` are the last sets by themselves or a carer; `alerted`: somebody was told."""

    id: UUID
    ward: str
    team_name: str
    telephone: str
    on: bool
    next_due_at: datetime | None
    parts: Sequence[Part]
    sent: Sequence[SetView]
    alerted: bool


def own_stay(person_id: UUID, *, by: Actor, at: datetime, why: str) -> OwnStay | None:
    """The open stay, if there is one. Opens the person's record."""
    with gate.person(person_id, by=by, at=at, why=why):
        stay = next(iter(open_stays_of(person_id)), None)
        if stay is None:
            return None
        policy = directory.version("MonitoringPolicy", stay.fingerprint)
        team = directory.team(stay.team_code)
        rows = stay.sets.filter(source="carer", struck_at=None).order_by("-taken_at", "-id")[:10]
        return OwnStay(
            id=stay.id, ward=directory.service(stay.service_code).title, team_name=team.name, on=stay.state == "on",
            telephone=team.telephone or directory.place().card.urgent_telephone or "", next_due_at=stay.next_due_at,
            parts=parts_asked(policy.score), sent=[set_view(row, policy) for row in rows],
            alerted=Alert.objects.filter(stay=stay, closed_at=None, kind__in=("score", "rising", "worried")).exists(),
        )  # fmt: skip
