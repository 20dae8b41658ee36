"""Who said what about sharing in the demonstration, who acts for whom, and whose record was opened out of turn?"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import get_user_model

from homeward.access.api import (
    actor_of,
    ask_copy,
    break_glass,
    consent,
    gate,
    gather,
    judge_glass,
    proxy,
    shut_by,
)
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.grammar.api import CitizenSignIn, SyntheticPopulation

DEMO = "{}@demo.example"
WHY = (
    "Found on the floor at home, confused, cannot say what medicines.",
    "Short of breath; son says there is a plan about hospital.",
)
RIGHT = "Called to the address by 999; opened the crisis page and medicines only."
ACTS_FOR = timedelta(days=180)


def make_sharing(*, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], at: datetime) -> None:
    """The citizen's own choices, a carer who acts for them, records opened out of turn (one judged), and one copy."""
    own = next((_account(one, at) for one in shape.citizens if not one.name), None)
    first = [own.person_id] if own is not None and own.person_id is not None else []
    if own is not None and own.person_id is not None:
        _say(own, at - timedelta(days=30))
        born_on = next((each.birth_date for each in people if each.person_id == own.person_id), None)
        for one in shape.citizens:
            if one.name and (carer := _account(one, at)).user_id:
                proxy.grant(
                    person_id=own.person_id, proxy_user=carer.user_id, relation=one.relation or "carer",
                    scopes=("me.visits", "me.referrals", "me.messages"), until=at + ACTS_FOR, born_on=born_on, by=own, at=at,
                )  # fmt: skip
                break
    _open_out_of_turn([*first, *(each.person_id for each in people if each.near)], staff, at)
    judge = next(iter(_who_may(staff, "access.export")), None)
    if judge is not None and first:
        copy = ask_copy(person_id=first[0], reason="Asked in writing; passport seen.", by=judge, at=at, queue=False)
        gather(copy.id, at=at)


def _account(one: CitizenSignIn, at: datetime) -> Actor:
    return actor_of(get_user_model()._default_manager.get_by_natural_key(DEMO.format(one.username)), {}, at=at)


def _say(own: Actor, at: datetime) -> None:
    assert own.person_id is not None
    said = False
    for each in place().sharing_purposes.values():
        kind = "objection" if each.national_opt_out else "consent" if each.basis == "with_consent" else ""
        if kind:
            words = "" if said or kind != "consent" else "My daughter may know everything."
            said = said or kind == "consent"
            consent.record(person_id=own.person_id, kind=kind, purpose=each.code, words=words, by=own, at=at)


def _open_out_of_turn(person_ids: Sequence[UUID], staff: Staff, at: datetime) -> None:
    """Two of them, by people who do not look after the person; the first is judged already."""
    openers = [each for each in _who_may(staff, "access.glass_broken") if place().roles[each.role].needs_relationship]
    judge = next(iter(_who_may(staff, "access.judge_glass", "audit.view")), None)
    shut = ((person_id, by) for person_id in person_ids for by in openers if shut_by(person_id, by=by) == "related")
    for number, ((person_id, by), words) in enumerate(zip(shut, WHY, strict=False)):
        opened_at = at - timedelta(days=2) if number == 0 else at - timedelta(hours=5)
        reason = place().reasons_for("break_glass").reasons[0].code
        glass = break_glass(person_id=person_id, reason_code=reason, words=words, by=by, at=opened_at)
        with gate.person(glass.person_id, by=by, at=opened_at, why="crisis page"):
            pass
        if number == 0 and judge is not None:
            judge_glass(glass_id=glass.id, verdict="right", words=RIGHT, by=judge, at=opened_at + timedelta(days=1))


def _who_may(staff: Staff, *verbs: str) -> Iterator[Actor]:
    for role, actors in sorted(staff.by_role.items()):
        if all(place().roles[role].may(verb) for verb in verbs):
            yield from actors
