"""How does home care start, come down as somebody manages again, go back when a provider cannot go on, and end?"""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from homeward.access.api import relationships
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid
from homeward.foundation.moments import aware, within_the_minute
from homeward.hospital.actions.home_care import hours as on_ledger
from homeward.hospital.actions.home_care.changing import happened, held_care, hours_fault
from homeward.hospital.models import HomeCareOffer
from homeward.hospital.queries.person_of import person_of_home_care
from homeward.hospital.queries.policy import policy


@action("home_care.start", about=person_of_home_care)
def start_home_care(
    *, request_id: UUID, started_at: datetime, hours: Decimal, by: Actor, at: datetime
) -> Happening[UUID]:
    """It began at `started_at` with so many hours a week; returns the request's id. Raises Invalid, Clash."""
    care = held_care(request_id, states=("agreed",), by=by)
    errors = hours_fault(hours)
    if aware(started_at) > at:
        errors["started_at"] = "Record it once it has started."
    if errors:
        raise Invalid(errors)
    care.state, care.started_at, care.hours_now, care.version = "running", aware(started_at), hours, care.version + 1
    if care.hours_start is None:  # a second provider does not make the person begin again
        care.hours_start = hours
    care.save()
    on_ledger.change(care, by=by, at=at)
    return happened(care, "started", provider=care.provider, hours=hours, moment=aware(started_at), by=by, at=at)


@action("home_care.taper", about=person_of_home_care)
def taper_home_care(*, request_id: UUID, hours: Decimal, by: Actor, at: datetime, words: str = "") -> Happening[UUID]:
    """It is now so many hours a week, fewer or more; returns the request's id. Raises Invalid, Clash."""
    care = held_care(request_id, states=("running",), by=by)
    if faults := hours_fault(hours):
        raise Invalid(faults)
    before, care.hours_now, care.version = care.hours_now, hours, care.version + 1
    care.save(update_fields=["hours_now", "version"])
    on_ledger.change(care, by=by, at=at)
    return happened(
        care, "changed", provider=care.provider, hours=hours, words=words, by=by, at=at, facts={"before": str(before)}
    )


@action("home_care.hand_back", about=person_of_home_care)
def hand_back_home_care(
    *, request_id: UUID, why_code: str, by: Actor, at: datetime, words: str = ""
) -> Happening[UUID]:
    """The provider cannot go on; the request is open again at once, with what it had; returns its id. Raises Invalid, Clash.

    Where the reason says that the hours are gone too, they are free for nobody until the provider's line is reported anew.
    """
    care = held_care(request_id, states=("agreed", "running"), by=by)
    chosen = next((each for each in policy().why_handed_back if each.code == why_code), None)
    if chosen is None:
        raise Invalid({"why_code": "Choose why it was handed back."})
    if chosen.asks_for_words and not words.strip():
        raise Invalid({"words": "Say why in your own words."})
    provider, hours = care.provider, care.hours_now
    HomeCareOffer.objects.filter(request=care, state="taken").update(state="not_taken")
    care.state, care.provider, care.handed_back, care.version = "asked", "", care.handed_back + 1, care.version + 1
    care.hours_wanted, care.line_id = hours or care.hours_wanted, None
    care.save()
    on_ledger.give_back(care, gone=not chosen.hours_free, by=by, at=at)
    on_ledger.keep(care, by=by, at=at)
    return happened(care, "handed_back", provider=provider, hours=hours, why_code=why_code, words=words, by=by, at=at)


@action("home_care.end", about=person_of_home_care)
def end_home_care(
    *, request_id: UUID, ended_at: datetime, hours: Decimal | None, by: Actor, at: datetime, words: str = ""
) -> Happening[UUID]:
    """It ended; `hours` a week is what they go on with (0: none; None: could not be found out). Returns the request's id.

    One that never started is withdrawn. Raises Invalid, Clash.
    """
    care = held_care(request_id, states=("asked", "agreed", "running"), by=by)
    ended_at = within_the_minute(aware(ended_at), began=care.started_at or care.asked_at)
    errors = {}
    if ended_at > at:
        errors["ended_at"] = "Record it once it has ended."
    elif ended_at < (care.started_at or care.asked_at):
        errors["ended_at"] = "That is before it began."
    if hours is not None and not 0 <= hours <= 168:
        errors["hours"] = "Hours a week are from 0 to 168."
    if hours is None and care.hours_start is not None and not words.strip():
        errors["words"] = "Enter the hours a week they go on with, or say why nobody knows."
    if errors:
        raise Invalid(errors)
    started = care.started_at is not None
    care.state, care.ended_at, care.version = "ended" if started else "withdrawn", ended_at, care.version + 1
    care.hours_end = hours if started else None
    care.save()
    on_ledger.over(care, by=by, at=at)
    relationships.end(care.id, at=at)
    return happened(
        care, care.state, provider=care.provider, hours=hours, words=words, moment=ended_at, by=by, at=at,
        facts={"hours_start": str(care.hours_start) if care.hours_start is not None else None},
    )  # fmt: skip
