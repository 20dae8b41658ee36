"""Who sends a need in, and by which way? Referrers, callers and people themselves, each as they are in the house."""

import random
from dataclasses import dataclass

from homeward.access.api import system
from homeward.demo.schedule import Arising
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.referrals.api import ReferralDetails, Requester, ServiceRequest, receive
from homeward.referrals.vocabulary import Source

# Which ways needs come in, by share. Assumed.
_WAYS: tuple[tuple[Source, float], ...] = (("call", 0.44), ("web", 0.36), ("citizen", 0.12), ("link", 0.08))
_CALLERS = (
    ("Practice nurse", "GP practice"),
    ("Daughter", "Family"),
    ("Care home manager", "Care home"),
    ("Ward sister", "Hospital ward"),
    ("Warden", "Sheltered housing"),
)
_CARERS = ("Daughter", "Son", "Niece")  # who writes as a carer: the words of a need speak of the person


@dataclass(frozen=True, kw_only=True)
class _Sender:
    by: Actor
    requester: Requester
    source: Source


def send_in(arising: Arising, staff: Staff, rng: random.Random) -> ServiceRequest:
    """The referral that this need becomes."""
    sender = _sender(staff, arising, rng)
    return receive(
        details=ReferralDetails(
            person_id=arising.person_id,
            source=sender.source,
            requester=sender.requester,
            need_code=arising.need.need,
            need_words=rng.choice(arising.need.words),
            wants_words=rng.choice(arising.need.wants),
        ),
        by=sender.by,
        at=arising.at,
        idempotency_key=f"demo-{arising.seed}-{arising.at.timestamp():.0f}",
    )


def _sender(staff: Staff, arising: Arising, rng: random.Random) -> _Sender:
    way = rng.choices([way for way, _ in _WAYS], weights=[share for _, share in _WAYS])[0]
    phone = f"0121 496 0{rng.randint(0, 999):03d}"
    who, where = rng.choice(_CALLERS)
    if way == "web":
        by = rng.choice(web_senders(staff))
        title, theirs = staff.place.roles[by.role].title, staff.place.organisations[by.organisation].name
        named = Requester(name=by.name, organisation=theirs, phone=phone, role=title)
        return _Sender(by=by, requester=named, source=way)
    if way == "call":
        takers = [one for team in sorted(staff.by_team) for one in staff.who_may("referral.call", team=team)]
        named = Requester(name=who, organisation=where, phone=phone)
        return _Sender(by=rng.choice(takers), requester=named, source=way)
    named = Requester(
        name=_CARERS[len(arising.need.need) % len(_CARERS)] if way == "citizen" else who,
        organisation="Family" if way == "citizen" else where, phone=phone,
    )  # fmt: skip
    return _Sender(by=system("demo"), requester=named, source=way)


def web_senders(staff: Staff) -> list[Actor]:
    """Those who may send a need in but take no calls: referrers."""
    return [
        actor
        for role in sorted(staff.by_role)
        for actor in staff.by_role[role]
        if staff.place.roles[role].may("referral.receive") and not staff.place.roles[role].may("referral.call")
    ]
