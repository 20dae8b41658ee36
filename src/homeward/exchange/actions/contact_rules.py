"""How is it put down how a person wants to be reached, and where they must never be?"""

from datetime import datetime
from uuid import UUID

from homeward.exchange.actions.follow_people import stop_rows
from homeward.exchange.models import ContactRule, Outgoing
from homeward.exchange.rules.choosing import plain
from homeward.exchange.vocabulary import TO_PEOPLE, WAITING
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid, NotFound
from homeward.foundation.ids import new_id

DANGEROUS = "Using this number or address has been marked as dangerous for them."


@action("message.prefer", about=lambda asked: asked["person_id"])
def prefer(*, person_id: UUID, way: str, by: Actor, at: datetime) -> Happening[ContactRule | None]:
    """The way they like best: 'sms', 'email' or 'letter'; '' takes the wish back. Raises Invalid."""
    if way not in ("", *TO_PEOPLE):
        raise Invalid({"way": "Choose text message, email or letter."})
    ContactRule.objects.filter(person_id=person_id, rule="prefer", ended_at=None).update(ended_at=at, ended_by=by.name)
    made = None
    if way:
        made = ContactRule.objects.create(
            id=new_id(), person_id=person_id, rule="prefer", way=way, by_name=by.name, at=at
        )
    return _happening(made, person_id, {"way": way})


@action("message.forbid", about=lambda asked: asked["person_id"])
def forbid(
    *, person_id: UUID, reason: str, by: Actor, at: datetime, way: str = "", value: str = ""
) -> Happening[ContactRule | None]:
    """Never use this way, or this number, email or address: what waits for it is stopped at once. Raises Invalid."""
    errors = {}
    if way not in ("", *TO_PEOPLE):
        errors["way"] = "Choose text message, email or letter."
    if not way and not value.strip():
        errors["value"] = "Say which number, email or address must not be used."
    if not reason.strip():
        errors["reason"] = "Say why, so that nobody takes it away without knowing."
    if errors:
        raise Invalid(errors)
    made = ContactRule.objects.create(
        id=new_id(), person_id=person_id, rule="never", way=way, value=value.strip(), reason=reason.strip(),
        by_name=by.name, at=at,
    )  # fmt: skip
    waiting = Outgoing.objects.filter(person_id=person_id, channel__in=TO_PEOPLE, state__in=WAITING)
    hit = [each.id for each in waiting if each.channel == way or (value and plain(each.recipient) == plain(value))]
    stop_rows(waiting.filter(id__in=hit), DANGEROUS, at=at)
    return _happening(made, person_id, {"way": way, "stopped": len(hit)})


@action("message.allow", about=lambda asked: asked["person_id"])
def allow(*, person_id: UUID, rule_id: UUID, by: Actor, at: datetime) -> Happening[ContactRule | None]:
    """It is safe again. Raises NotFound."""
    found = (
        ContactRule.objects.select_for_update()
        .filter(id=rule_id, person_id=person_id, rule="never", ended_at=None)
        .first()
    )
    if found is None:
        raise NotFound("There is no such mark.", next_step="Look at the list again.")
    found.ended_at, found.ended_by = at, by.name
    found.save(update_fields=["ended_at", "ended_by"])
    return _happening(found, person_id, {"way": found.way})


def _happening(made: ContactRule | None, person_id: UUID, facts: dict[str, object]) -> Happening[ContactRule | None]:
    return Happening(
        result=made, subject_kind="contact", subject_id=made.id if made else person_id, person_id=person_id,
        facts=facts,
    )  # fmt: skip
