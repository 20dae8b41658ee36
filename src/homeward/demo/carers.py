"""Who cares for somebody in the demonstration? Each declared carer has an account, and has asked for help for one person."""

from collections.abc import Sequence
from datetime import datetime

from homeward.access.api import Post, actor_of, make_demo_account
from homeward.demo.schedule import Someone
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.grammar.api import CitizenSignIn, SyntheticPopulation
from homeward.referrals.api import ReferralDetails, Requester, receive

PHONE = "0121 496 0100"


def make_carers(*, shape: SyntheticPopulation, people: Sequence[Someone], at: datetime) -> int:
    """Accounts and requests of all declared carers; returns how many requests. Those they care for are the oldest nearby."""
    near = sorted((each for each in people if each.near), key=lambda one: (one.birth_date, one.person_id)) or list(
        people
    )
    cared_for = iter(near)
    made = 0
    for one in shape.citizens:
        if one.name:
            post = Post(organisation_code="self", role_code=one.role)
            user = make_demo_account(handle=one.username, name=one.name, posts=[post], at=at, kind="citizen")
            made += any(_asks(one, person, by=actor_of(user, {}, at=at), at=at) for person in cared_for)
    return made


def _asks(one: CitizenSignIn, person: Someone, *, by: Actor, at: datetime) -> bool:
    """Does the request go in? It does not for a person who has died in the year that was told: then it is the next one's."""
    details = ReferralDetails(
        person_id=person.person_id,
        source="citizen",
        requester=Requester(name=one.name, phone=PHONE, role=one.relation, kind="carer"),
        need_code=one.need,
        need_words=one.need_words,
    )
    try:
        receive(details=details, by=by, at=at, idempotency_key=f"demo-{one.username}")
    except Refused:
        return False
    return True
