"""How does a provider's offer get written down, and how is one taken?"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.moments import london_day
from homeward.hospital.actions.home_care import hours as on_ledger
from homeward.hospital.actions.home_care.changing import happened, held_care, hours_fault
from homeward.hospital.actions.step import done_by_itself
from homeward.hospital.models import HomeCareOffer
from homeward.hospital.queries.person_of import person_of_home_care


@action("home_care.offer", about=person_of_home_care)
def offer_home_care(
    *, request_id: UUID, provider: str, hours: Decimal, can_start_on: date, by: Actor, at: datetime,
    line_id: UUID | None = None, off_ledger: bool = False,
) -> Happening[UUID]:  # fmt: skip
    """A provider offers so many hours a week from a day; returns the request's id. Raises Invalid, Clash.

    `line_id`: whose hours on the ledger of capacity they are; unless named, the provider's own, else the brokers'.
    `off_ledger`: hours that no line counts, bought for this person alone.
    """
    care = held_care(request_id, states=("asked",), by=by)
    errors = hours_fault(hours)
    if not provider.strip():
        errors["provider"] = "Enter who offers it."
    if can_start_on < london_day(at):
        errors["can_start_on"] = "The day they can start cannot have gone."
    if errors:
        raise Invalid(errors)
    HomeCareOffer.objects.create(
        id=new_id(), person_id=care.person_id, request=care, provider=provider.strip(), hours=hours,
        line_id=None if off_ledger else on_ledger.line_for(care, provider, line_id, at=at), can_start_on=can_start_on, offered_at=at, told_by=by.name,
    )  # fmt: skip
    return happened(care, "offered", provider=provider.strip(), hours=hours, by=by, at=at)


@action("home_care.take", about=person_of_home_care)
def take_offer(*, request_id: UUID, offer_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """This offer is taken, the others are not, and its hours are booked; returns the request's id.

    Raises Clash when another offer was taken first, or when somebody else took the hours.
    """
    care = held_care(request_id, states=("asked",), by=by)
    offer = HomeCareOffer.objects.select_for_update().filter(id=offer_id, request=care).first()
    if offer is None or offer.state != "open":
        raise Clash("That offer is no longer open.", who="A colleague", when=at, next_step="Choose another offer.")
    HomeCareOffer.objects.filter(request=care, state="open").exclude(id=offer.id).update(state="not_taken")
    offer.state = "taken"
    offer.save(update_fields=["state"])
    care.state, care.provider, care.hours_now, care.version = "agreed", offer.provider, offer.hours, care.version + 1
    care.line_id = offer.line_id
    care.save(update_fields=["state", "provider", "hours_now", "version", "line_id"])
    on_ledger.book(care, start_on=offer.can_start_on, by=by, at=at)
    if care.stay_id is not None:
        done_by_itself(care.stay_id, "home_care_agreed", at=at)
    return happened(care, "agreed", provider=offer.provider, hours=offer.hours, by=by, at=at)
