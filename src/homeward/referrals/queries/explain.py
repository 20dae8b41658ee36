"""Why did this need go where it went? Read back from the event log: what was shown, what was chosen, and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.people.api import written_under
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.placing import Candidate, from_facts


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One placing: who chose what, when, from which list, and their reason when it was not the first."""

    at: datetime
    who: str
    chosen: Candidate
    why: str
    shown: tuple[Candidate, ...]


def explain(referral_id: UUID, *, by: Actor, at: datetime) -> list[Explanation]:
    """Every placing of this referral, oldest first."""
    person_id = person_of(referral_id)
    with gate.opened_for(person_id, by=by, at=at, why="how it was placed"):
        told = events.of_subject(referral_id, person_ids=written_under(person_id))
    return [_explanation(event) for event in told if "shown" in event.facts]


def _explanation(event: events.EventRow) -> Explanation:
    shown = from_facts(event.facts["shown"])
    chosen = event.facts["chosen"]
    return Explanation(
        at=event.at,
        who=event.actor_name,
        chosen=next(
            each for each in shown if (each.service_code, each.team_code) == (chosen["service"], chosen["team"])
        ),
        why=event.facts["why"],
        shown=shown,
    )
