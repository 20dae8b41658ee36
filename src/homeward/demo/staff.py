"""Who works in the demonstration? Accounts anyone may sign in as, and colleagues in every team who answer needs."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from itertools import islice
from uuid import UUID

from django.contrib.auth import get_user_model

from homeward.access.api import Post, actor_of, add_membership, create_user, make_demo_account, relationships, system
from homeward.demo.schedule import Arising, Someone
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.grammar.api import Place, SyntheticPopulation


@dataclass(kw_only=True)
class Staff:
    """Everybody on duty, found by team and by what their role lets them do."""

    place: Place
    by_team: dict[str, list[Actor]] = field(default_factory=lambda: defaultdict(list))
    by_role: dict[str, list[Actor]] = field(default_factory=lambda: defaultdict(list))

    def add(self, actor: Actor) -> None:
        for team in actor.teams:
            self.by_team[team].append(actor)
        self.by_role[actor.role].append(actor)

    def who_may(self, verb: str, *, team: str) -> list[Actor]:
        """The members of a team whose role permits `verb`, in a fixed order."""
        return [actor for actor in self.by_team.get(team, ()) if self.place.roles[actor.role].may(verb)]


def make_staff(
    *, place: Place, shape: SyntheticPopulation, seed: int, since: datetime, tick: Callable[[], None]
) -> Staff:
    """Accounts for every declared sign-in and colleague, open since `since`."""
    staff = Staff(place=place)
    for one in shape.sign_ins:
        post = Post(organisation_code=one.organisation, role_code=one.role, team_codes=one.teams)
        user = make_demo_account(handle=one.username, name=one.name, posts=[post], at=since)
        staff.add(_actor(user.id, one.name, one.organisation, one.role, one.teams or (one.organisation,)))
        tick()
    by = system("demo")
    for number, (name, role, team) in enumerate(_colleagues(place, shape, random.Random(f"staff {seed}"))):
        user = create_user(email=f"colleague{number}@made-up.example", name=name, by=by, at=since)
        organisation = place.teams[team].organisation
        add_membership(
            user_id=user.id, organisation_code=organisation, role_code=role, team_codes=[team], by=by, at=since
        )
        staff.add(_actor(user.id, name, organisation, role, (team,)))
        tick()
    return staff


def make_citizens(
    *, shape: SyntheticPopulation, people: Sequence[Someone], year: Sequence[Arising], at: datetime
) -> None:
    """An account for each declared citizen who has a record: whoever near the sign-ins asked for help last, in turn.

    Those whom no crew that only sends needs in looks after come first: its sign-in finds their record shut.
    """
    known = {each.person_id: each for each in people if each.near} or {each.person_id: each for each in people}
    lately = sorted((each for each in year if each.person_id in known), key=lambda one: one.at, reverse=True)
    asked = list(dict.fromkeys(each.person_id for each in lately))
    wanted = [each for each in shape.citizens if not each.name]
    crews = _crews_that_send(shape)
    unknown = islice((each for each in asked if not relationships.with_team(each, crews)), len(wanted))
    for one, person_id in zip(wanted, dict.fromkeys([*unknown, *asked]), strict=False):
        post = Post(organisation_code="self", role_code=one.role)
        name = known[person_id].name
        make_demo_account(handle=one.username, name=name, posts=[post], at=at, kind="citizen", person_id=person_id)


def _crews_that_send(shape: SyntheticPopulation) -> list[str]:
    """The teams of sign-ins who send needs in, take no calls and make no visits."""
    roles = directory.place().roles
    return sorted(
        {
            one.team
            for one in shape.sign_ins
            if one.team
            and roles[one.role].may("referral.receive")
            and not roles[one.role].may("referral.call")
            and not roles[one.role].may("visit.record_contact")
        }
    )


def citizen_record(shape: SyntheticPopulation, *, at: datetime) -> UUID | None:
    """The record of the first declared citizen who has one."""
    for one in shape.citizens:
        if not one.name and (
            user := get_user_model()._default_manager.filter(email=f"{one.username}@demo.example").first()
        ):
            found: UUID | None = actor_of(user, {}, at=at).person_id
            return found
    return None


def _colleagues(place: Place, shape: SyntheticPopulation, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """(name, role, team) of everyone on duty without a sign-in of their own."""
    for crew in shape.crews:
        for team in sorted(place.teams):
            if any(fnmatchcase(team, pattern) for pattern in crew.teams):
                for _ in range(crew.members):
                    background = rng.choice(shape.backgrounds)
                    given = rng.choice(background.given_female + background.given_male)
                    yield f"{given} {rng.choice(background.family)}", crew.role, team


def _actor(user_id: UUID, name: str, organisation: str, role: str, teams: tuple[str, ...]) -> Actor:
    return Actor(user_id=user_id, name=name, kind="staff", organisation=organisation, role=role, teams=teams)
