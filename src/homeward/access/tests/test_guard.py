"""Does the guard agree with the table below for every kind of asker, verb and relationship?"""

from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.access.api import declare_job, system
from homeward.access.gate.guard import guard
from homeward.access.tests.arranging import AT, field_worker, hub_worker, looked_after_by, two_teams
from homeward.access.vocabulary import JOBS
from homeward.directory.api import place
from homeward.foundation import events
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import citizen, staff

pytestmark = pytest.mark.django_db

VERBS = (
    "referral.receive",
    "person.register",
    "referral.accept",
    "visit.plan",
    "user.close",
    "person.view",
    "no.such_thing",
)
STANDINGS = ("nobody", "stranger", "team", "former", "own")

# kind of asker → standing to the person → may a verb that the role permits go on? ('first' = only a first meeting)
ORACLE = {
    "free": {"nobody": "yes", "stranger": "yes", "team": "yes", "former": "yes", "own": "yes"},
    "bound": {"nobody": "yes", "stranger": "first", "team": "yes", "former": "first", "own": "yes"},
    "citizen": {"nobody": "yes", "stranger": "first", "team": "yes", "former": "first", "own": "yes"},
    "link": {"nobody": "yes", "stranger": "no", "team": "no", "former": "no", "own": "yes"},
    "system": {"nobody": "yes", "stranger": "yes", "team": "yes", "former": "yes", "own": "yes"},
}  # fmt: skip
FIRST = {"referral.receive", "person.register"}
ROLES = sorted(code for code, role in place().roles.items() if not role.machine)


def asker(kind: str, role: str, team: str, own: UUID) -> Actor:
    if kind == "citizen":
        return citizen(person_id=own, role=role)
    if kind == "link":
        return Actor(
            user_id=None, name="L", kind="link", organisation="x", role="refer", person_id=own, subject=new_id()
        )
    if kind == "system":
        return system("cascade")
    return staff(role=role, teams=(team,))


def expected(by: Actor, kind: str, verb: str, standing: str) -> bool:
    if kind == "system":
        permitted = verb.startswith(("referral.", "visit."))
    elif kind == "link":
        permitted = verb in {"referral.receive", "person.register"}
    else:
        permitted = place().roles[by.role].may(verb)
        kind = kind if kind == "citizen" else ("bound" if place().roles[by.role].needs_relationship else "free")
    said = ORACLE[kind][standing]
    return permitted and (said == "yes" or (said == "first" and verb in FIRST))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["staff", "staff", "staff", "citizen", "link", "system"]),
    role=st.sampled_from(ROLES),
    verb=st.sampled_from(VERBS),
    standing=st.sampled_from(STANDINGS),
)
def test_the_guard_agrees_with_the_table(kind: str, role: str, verb: str, standing: str) -> None:
    team, other = two_teams()
    own = new_id()
    by = asker(kind, role, team, own)
    person_id = person_for(standing, by, own, team, other)
    if kind in ("staff", "system") and standing == "own":
        standing = "stranger"
    try:
        with guard(verb=verb, by=by, person_id=person_id, at=AT):
            allowed = True
    except NotPermitted as refused:
        allowed = False
        assert refused.message.endswith(".") and len(refused.message) > 20
    assert allowed == expected(by, kind, verb, standing), (kind, by.role, verb, standing)


def person_for(standing: str, by: Actor, own: UUID, team: str, other: str) -> UUID | None:
    if standing == "nobody":
        return None
    if standing == "own":
        return own
    if standing == "stranger":
        return looked_after_by(other)
    source = new_id()
    person_id = looked_after_by((by.teams or (team,))[0], source=source)
    if standing == "former":
        from homeward.access.api import gate, relationships

        with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
            relationships.end(source, at=AT)
    return person_id


def test_every_role_of_the_place_is_asked_about() -> None:
    assert len(list(product(ROLES, VERBS))) >= 50


def test_a_partner_needs_a_machine_role_and_staff_must_not_have_one() -> None:
    machine = next(role for role in place().roles.values() if role.machine)
    partner = Actor(user_id=new_id(), name="System", kind="partner", organisation="x", teams=("x",), role=machine.code)
    with guard(verb="referral.receive", by=partner, person_id=new_id(), at=AT):
        pass
    with (
        pytest.raises(NotPermitted),
        guard(verb="referral.receive", by=replace(partner, kind="staff"), person_id=None, at=AT),
    ):
        pass
    with pytest.raises(NotPermitted), guard(verb="referral.revoke", by=partner, person_id=new_id(), at=AT):
        pass


def test_a_job_does_only_what_it_was_declared_for() -> None:
    declare_job("a_test", words="testing", permits=("referral.note",))
    try:
        with guard(verb="referral.note", by=system("a_test"), person_id=new_id(), at=AT):
            pass
        with (
            pytest.raises(NotPermitted, match="not declared"),
            guard(verb="referral.accept", by=system("a_test"), person_id=None, at=AT),
        ):
            pass
        with pytest.raises(ValueError, match="twice"):
            declare_job("a_test", words="something else")
    finally:
        JOBS.pop("a_test")


def test_a_person_met_during_an_action_stays_open_until_its_event_is_written() -> None:
    from homeward.access.api import gate

    met = new_id()

    @action("person.register")
    def register(*, by: Actor, at: object) -> Happening[object]:
        with gate.person(met, by=by, at=AT, why="registering"):
            pass
        return Happening(result=met, subject_kind="person", subject_id=met, person_id=met)

    by = field_worker()
    assert register(by=by, at=AT) == met
    assert events.of_subject(met) == []  # shut again
    with gate.job("audit"):
        (written,) = events.of_subject(met)
    assert (written.kind, written.actor_id, written.person_id) == ("person.register", by.user_id, met)


def test_refusals_say_what_to_do_next() -> None:
    with pytest.raises(NotPermitted) as refused, guard(verb="user.close", by=hub_worker(), person_id=None, at=AT):
        pass
    assert "may not close an account" in refused.value.message
    assert refused.value.next_step.startswith("Ask a colleague")
