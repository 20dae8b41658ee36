"""While a name is being typed: who may be meant, and is help for them open already?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.foundation import nhs_number
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.people.api import Likeness, PersonDetails
from homeward.referrals.api import Live
from homeward.web.refer.need.already_open import live_of, surely_meant
from homeward.web.refer.need.known_person import KnownPersonForm
from homeward.web.refer.need.typed_day import typed_day


@dataclass(frozen=True, kw_only=True)
class LookedUp:
    """The people who may be meant, whose live referrals are shown, and those referrals."""

    likenesses: Sequence[Likeness]
    chosen: UUID | None
    live: Sequence[Live]


def look_up(form: KnownPersonForm, *, by: Actor, at: datetime) -> LookedUp:
    """From whatever has been typed so far; half a form is enough."""
    found, chosen = who_may_be(form, by=by, at=at), form.known_id()
    meant = [chosen] if chosen else surely_meant(found, born=typed_so_far(form, today=form.today).birth_date)
    live = [each for who in meant for each in live_of(who, by=by, at=at)]
    return LookedUp(likenesses=found, chosen=chosen, live=live)


def who_may_be(form: KnownPersonForm, *, by: Actor, at: datetime) -> list[Likeness]:
    """The people here who are like whatever has been typed so far."""
    details = typed_so_far(form, today=form.today)
    return people.likenesses(details=details, by=by, at=at) if details.family or details.nhs_number else []


def typed_so_far(form: KnownPersonForm, *, today: date) -> PersonDetails:
    """What the form says of the person, right or not yet right."""

    def said(name: str) -> str:
        return str(form[name].value() or "")[:200].strip()

    number = nhs_number.normalise(said("nhs_number"))
    return PersonDetails(
        family=said("family"),
        given=said("given"),
        birth_date=typed_day(said("birth_date"), today=today),
        sex=said("sex") or "unknown",
        nhs_number=number if nhs_number.is_valid(number) else "",
        postcode=said("postcode"),
    )
