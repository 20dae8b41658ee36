"""Does somebody act for another only in what was given them, only until it ends, and only as themself?"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth import get_user_model

from homeward.access.api import actor_of, gate, may, proxy, who_looked
from homeward.access.models import Proxy, Relationship
from homeward.access.tests.arranging import AT, field_worker, looked_after_by, two_teams
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotFound, NotPermitted, Refused
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import account_id, citizen

pytestmark = pytest.mark.django_db
MOMENT, BORN = timedelta(microseconds=1), date(1940, 5, 1)


def given(person_id: UUID, holder: Actor, by: Actor, **more: Any) -> Proxy:
    told: dict[str, Any] = {
        "relation": "daughter",
        "scopes": ["me.visits"],
        "until": AT + timedelta(days=30),
        "born_on": BORN,
    }
    return proxy.grant(person_id=person_id, proxy_user=account_id(holder), by=by, at=AT, **{**told, **more})


def acting(holder: Actor, person_id: UUID | None, *, at: datetime = AT) -> Actor:
    session: dict[str, str] = {}
    proxy.choose_person(session, person_id)
    return actor_of(get_user_model()._default_manager.get(pk=account_id(holder)), session, at=at)


@pytest.mark.hazard(
    "HZ-S73-16",
    hazard="A relative sees or does more for a person than the person allowed, or still does when it has ended.",
    control="Scopes and an end date are asked at every page; the database opens the record only while the grant stands.",
)
def test_acting_for_another_is_bound_to_its_scopes_and_its_end() -> None:
    person_id = looked_after_by(two_teams()[0])
    own, holder = citizen(person_id=person_id), citizen(person_id=new_id(), name="Sam Cole")
    assert proxy.acting_for(account_id(holder), at=AT) == [] and acting(holder, person_id).acting_for is None
    kept = given(person_id, holder, own)
    by = acting(holder, person_id)
    assert (by.person_id, by.acting_for, by.scopes) == (person_id, person_id, ("me.visits",))
    assert may(by, "me.view") and may(by, "me.visits") and not may(by, "me.plan") and not may(by, "sharing.record")
    proxy.require_scope(by, "me.visits")
    with pytest.raises(NotPermitted):
        proxy.require_scope(by, "me.looked")
    with gate.person(person_id, by=by, at=AT):
        assert Relationship.objects.count() == 1
    proxy.end(proxy_id=kept.id, by=own, at=AT)
    with pytest.raises(NotPermitted), gate.person(person_id, by=by, at=AT):
        pass
    assert acting(holder, person_id).person_id == holder.person_id


def test_who_acts_is_asked_for_the_moment_that_is_meant_and_not_for_the_clock_of_the_machine() -> None:
    person_id = looked_after_by(two_teams()[0])
    own, holder = citizen(person_id=person_id), citizen(person_id=None)
    given(person_id, holder, own)
    last = AT + timedelta(days=30)
    for moment, acts in ((AT - MOMENT, False), (AT, True), (last - MOMENT, True), (last, False)):
        assert (acting(holder, person_id, at=moment).acting_for == person_id) is acts, moment
        assert bool(proxy.acting_for(account_id(holder), at=moment)) is acts, moment


def test_a_forged_choice_or_actor_opens_nothing() -> None:
    person_id, holder = looked_after_by(two_teams()[0]), citizen(person_id=new_id())
    forged = type(holder)(**{**vars(holder), "person_id": person_id, "acting_for": person_id, "scopes": ("me.plan",)})
    with pytest.raises(NotPermitted), gate.person(person_id, by=forged, at=AT):
        pass


def test_the_person_sees_who_looked_for_them_and_as_what() -> None:
    person_id = looked_after_by(two_teams()[0])
    own, holder = citizen(person_id=person_id), citizen(person_id=None, name="Sam Cole")
    given(person_id, holder, own)
    with gate.person(person_id, by=acting(holder, person_id), at=AT, why="visits"):
        pass
    looks = who_looked(person_id, by=own, at=AT)
    assert any(look.who.startswith("Sam Cole, acting for you as your daughter,") for look in looks)


def test_staff_say_how_they_checked_and_only_for_people_they_look_after() -> None:
    team, other = two_teams()
    person_id, holder, by = looked_after_by(team), citizen(person_id=None), field_worker(team)
    with pytest.raises(Invalid, match="how you checked"):
        given(person_id, holder, by)
    kept = given(person_id, holder, by, checked="Lasting power of attorney seen.")
    assert kept.checked.startswith("Lasting") and kept.granted_by == by.name
    with pytest.raises(NotPermitted):
        given(looked_after_by(other), holder, by, checked="Seen.")


def test_what_cannot_be_given_is_said() -> None:
    person_id = looked_after_by(two_teams()[0])
    own, holder = citizen(person_id=person_id), citizen(person_id=None)
    longest = place().access_policy.proxy_longest_days
    wrongs: tuple[dict[str, Any], ...] = (
        {"relation": ""},
        {"scopes": []},
        {"scopes": ["everything"]},
        {"until": AT},
        {"until": AT + timedelta(days=longest + 1)},
    )
    for wrong in wrongs:
        with pytest.raises(Invalid):
            given(person_id, holder, own, **wrong)
    with pytest.raises(Refused, match="younger"):
        given(person_id, holder, own, born_on=AT.date() - timedelta(days=3000))
    with pytest.raises(Refused, match="birth date is not known"):
        given(person_id, holder, own, born_on=None)
    with pytest.raises(Refused, match="own account"):
        given(person_id, own, own)
    with pytest.raises(NotFound):
        given(person_id, field_worker(two_teams()[0]), own)


def test_an_account_is_theirs_or_comes_by_invitation_and_is_never_a_work_account() -> None:
    fresh = proxy.proxy_account(email="New.Person@example.org", name="New Person", at=AT)
    again = proxy.proxy_account(email="new.person@example.org", name="New Person", at=AT)
    assert fresh.token and again.user_id == fresh.user_id and again.token == ""
    worker = get_user_model()._default_manager.get(pk=account_id(field_worker(two_teams()[0])))
    with pytest.raises(Invalid, match="for work"):
        proxy.proxy_account(email=worker.email, name="X", at=AT)
