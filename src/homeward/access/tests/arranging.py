"""Which roles, teams and people do these tests use? Found among the place's own, so that no test names one."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from homeward.access.api import gate, relationships, system
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.ids import new_id
from homeward.grammar.api import Role
from tests.plumbing.people_at_work import staff

AT = datetime(2026, 1, 5, 9, tzinfo=UTC)


def role_that(fits: Callable[[Role], bool]) -> str:
    """The code of the first staff role that fits."""
    return next(code for code, role in place().roles.items() if not role.machine and role.sections and fits(role))


def two_teams() -> tuple[str, str]:
    """Two teams of the place."""
    first, second, *_ = place().teams
    return first, second


def hub_worker(*teams: str) -> Actor:
    """Somebody who may open any record of a person with a need, and accept referrals."""
    role = role_that(lambda role: not role.needs_relationship and role.may("referral.accept"))
    return staff(role=role, teams=teams or two_teams()[:1])


def field_worker(*teams: str) -> Actor:
    """Somebody who may open only the records of people their team looks after, and accepts referrals."""
    role = role_that(
        lambda role: role.needs_relationship and role.may("referral.accept") and role.may("person.register")
    )
    return staff(role=role, teams=teams or two_teams()[:1])


def looked_after_by(team: str, *, source: UUID | None = None) -> UUID:
    """A new person whom the team looks after."""
    person_id = new_id()
    with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
        relationships.grant(person_id, team, kind="referral", source_id=source or new_id(), at=AT)
    return person_id
