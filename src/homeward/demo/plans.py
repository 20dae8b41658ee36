"""Which forms and plans do made-up people have? What their place declares, done by whoever looks after them, through the same actions."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import cycle
from uuid import UUID

from django.contrib.auth import get_user_model

from homeward.access.api import actor_of, relationships
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.grammar.api import CitizenSignIn, SampleForm, SampleLine, SyntheticPopulation
from homeward.plans import api as plans

DEMO = "{}@demo.example"
PEOPLE = 24
PLANS = 6
ASKED = "Can she manage the stairs with one person, or does she need two?"
SHARED = "Ready to come from Monday."


def make_plans(*, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], at: datetime) -> int:
    """Forms for some of those who are looked after now, plans for a few, assessments shared; returns how many forms."""
    if not shape.forms:
        return 0
    own = next((found for one in shape.citizens if not one.name and (found := _account(one, at))), None)
    helped = list(_helped(own, staff, people))[:PEOPLE]
    done: list[tuple[UUID, Actor]] = []
    for number, ((person_id, by), form) in enumerate(zip(helped, cycle(shape.forms))):
        when = at - timedelta(hours=3 + number * 2)
        if response := _filled_in(form, person_id, by=by, at=when):
            done.append((response, by))
        if number < PLANS:
            _plan(shape.plan, person_id, by=by, own=own if own and own.person_id == person_id else None, at=when)
    _share(done, staff, at)
    return len(done)


def _account(one: CitizenSignIn, at: datetime) -> Actor | None:
    user = get_user_model()._default_manager.filter(email=DEMO.format(one.username)).first()
    found = actor_of(user, {}, at=at) if user else None
    return found if found and found.person_id else None


def _helped(own: Actor | None, staff: Staff, people: Sequence[Someone]) -> Iterator[tuple[UUID, Actor]]:
    """People whom a team looks after now, with one of its members who may plan: the citizen with an account first."""
    able = [
        actor for members in staff.by_team.values() for actor in members if place().roles[actor.role].may("plan.write")
    ]
    every = sorted({team for actor in able for team in actor.teams})
    near = [each.person_id for each in people if each.near]
    for person_id in dict.fromkeys([*([own.person_id] if own and own.person_id else []), *near]):
        if relationships.with_team(person_id, every):  # most are with none: asked once, not once a colleague
            yield person_id, next(actor for actor in able if relationships.with_team(person_id, actor.teams))


def _filled_in(form: SampleForm, person_id: UUID, *, by: Actor, at: datetime) -> UUID | None:
    """The finished form, or None where the house says why it cannot be."""
    answers = {link: plans.Typed(value=_typed(value)) for link, value in form.answers}
    try:
        kept = plans.save_progress(person_id=person_id, code=form.form, seen=0, answers=answers, by=by, at=at)
        return plans.finish(response_id=kept.response_id, by=by, at=at + timedelta(minutes=20))
    except Refused:
        return None


def _typed(value: object) -> bool | float | str:
    return value if isinstance(value, bool | str) else float(str(value))


def _plan(lines: Sequence[SampleLine], person_id: UUID, *, by: Actor, own: Actor | None, at: datetime) -> None:
    """The declared lines: the person's own by the person where they have an account, the others by whoever looks after them."""
    for minute, line in enumerate(lines):
        when = at + timedelta(minutes=minute)
        author = own if line.own and own else by
        review = london_day(at) + timedelta(days=42) if line.heading == "review" else None
        made = plans.write_line(
            person_id=person_id, heading=line.heading, words=line.words, due_on=review, by=author, at=when
        )
        if line.action:
            plans.write_line(
                person_id=person_id, heading=line.heading, words=line.action, owner_words=line.who, goal_id=made,
                due_on=london_day(at) + timedelta(days=14), by=by, at=when,
            )  # fmt: skip
        if line.against and own:
            plans.dispute(line_id=made, words=line.against, by=own, at=when)
    if own is None:
        plans.agree(
            person_id=person_id, words="At home, after we read it together.", by=by, at=at + timedelta(minutes=30)
        )


def _share(done: Sequence[tuple[UUID, Actor]], staff: Staff, at: datetime) -> None:
    """Each assessment that an agreement covers goes to its first provider: one waits, one is queried, one accepted, in turn."""
    steps = cycle(("wait", "query", "accept"))
    for response, by in done:
        if not place().roles[by.role].may("assessment.share"):
            continue
        offered = plans.providers_for(response, by=by, at=at)
        provider = next((code for code, _, _ in offered if staff.who_may("assessment.accept", team=code)), None)
        if provider is None:
            continue
        given = plans.share(response_id=response, provider=provider, words=SHARED, by=by, at=at - timedelta(hours=2))
        decider, step = staff.who_may("assessment.accept", team=provider)[0], next(steps)
        if step == "query":
            plans.query(share_id=given, words=ASKED, by=decider, at=at - timedelta(hours=1))
        elif step == "accept":
            plans.accept(share_id=given, words="", by=decider, at=at - timedelta(hours=1))
