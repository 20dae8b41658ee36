"""How is it kept what a person said about handing on their record?"""

from datetime import datetime
from typing import get_args
from uuid import UUID

from homeward.access.actions.about import named_person
from homeward.access.actions.hide_from_lists import hide_from_lists
from homeward.access.models import Consent
from homeward.access.rules.sharing import EVERYBODY, Kind
from homeward.directory.api import place
from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Invalid

OWN_WORDS = "the person"


@action("sharing.record", about=named_person)
def record(
    *,
    person_id: UUID,
    kind: str,
    purpose: str,
    partner: str = EVERYBODY,
    words: str = "",
    said_by: str = OWN_WORDS,
    by: Actor,
    at: datetime,
) -> Happening[Consent]:
    """Keep a consent, an objection, or that a former one is taken back ('withdrawn'). The same saying twice is one.

    `said_by` says who spoke ('the person', 'their attorney'). Raises Invalid, also where the law leaves no choice.
    """
    _check(kind, purpose, partner, said_by)
    former = (
        Consent.objects.select_for_update()
        .filter(person_id=person_id, purpose_code=purpose, partner_code=partner, superseded_at__isnull=True)
        .first()
    )
    if former is not None and (former.kind, former.words) == (kind, words.strip()):
        return _happening(former)
    if former is not None:
        former.superseded_at = at
        former.save(update_fields=["superseded_at"])
    consent = Consent.objects.create(
        person_id=person_id,
        kind=kind,
        purpose_code=purpose,
        partner_code=partner,
        version=former.version + 1 if former else 1,
        words=words.strip(),
        said_by=said_by.strip(),
        recorded_by_id=by.user_id,
        recorded_by=by.name,
        organisation_code=by.organisation,
        recorded_at=at,
    )
    hide_from_lists(person_id)
    return _happening(consent)


def _check(kind: str, purpose: str, partner: str, said_by: str) -> None:
    here = place()
    if kind not in get_args(Kind):
        raise Invalid({"kind": "Choose yes, no, or take back what was said."})
    declared = here.sharing_purposes.get(purpose)
    if declared is None:
        raise Invalid({"purpose": "Choose a purpose from the list."})
    if partner and partner not in here.sharing_partners:
        raise Invalid({"partner": "Choose a partner from the list."})
    if declared.basis == "required" and kind == Consent.OBJECTION:
        raise Invalid({"kind": "The law leaves no choice about this, so an objection to it cannot be kept."})
    if not said_by.strip():
        raise Invalid({"said_by": "Say who told you."})


def _happening(consent: Consent) -> Happening[Consent]:
    return Happening(
        result=consent,
        subject_kind="consent",
        subject_id=consent.id,
        person_id=consent.person_id,
        facts={
            "kind": consent.kind,
            "purpose": consent.purpose_code,
            "partner": consent.partner_code,
            "version": consent.version,
            "said_by": consent.said_by,
        },
    )
