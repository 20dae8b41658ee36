"""How do tests get visits of a night? Planned through actions, at hours of London's clocks in November 2026."""

from datetime import date, datetime
from uuid import UUID

from homeward.access.api import gate, relationships, system
from homeward.episodes.api import open_episode
from homeward.foundation.actions import Actor
from homeward.foundation.moments import at_london
from homeward.referrals.tests.arranging import MORNING, SERVICE, TEAM, after, person, received
from homeward.visits.api import assign, visits_of


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """That hour in London, in November 2026; the 24th is a Tuesday."""
    return at_london(date(2026, 11, day), hour, minute)


def planned(name: str, at: datetime | None, *, by: Actor | None = None, known: datetime = MORNING) -> tuple[UUID, UUID]:
    """A visit of the urgent team at that moment (the episode's own first one has none), for `by` if named: (person, visit)."""
    referral = received(person_id=person(given=name), at=known)
    demo = system("demo")
    open_episode(
        person_id=referral.person_id, referral_id=referral.id, service_code=SERVICE, team_code=TEAM, by=demo, at=after(10, since=known),
    )  # fmt: skip
    with gate.person(referral.person_id, by=demo, at=known, why="arranging"):
        relationships.grant(referral.person_id, TEAM, kind="referral", source_id=referral.id, at=after(10, since=known))
        first = visits_of([referral.id])[0].id
    if at is None:
        return referral.person_id, first
    assign(encounter_id=first, planned_at=at, user_id=by.user_id if by else None, name=by.name if by else "", by=demo, at=after(20, since=known))
    return referral.person_id, first
