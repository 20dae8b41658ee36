"""What does the typed need say, as the referrals door takes it?"""

from typing import Any
from uuid import UUID

from django import forms

from homeward.referrals.api import ReferralDetails, Requester, Source

NOBODY = UUID(int=0)  # stands in until the person is found or added


def as_details(
    form: forms.Form, *, source: Source, organisation: str, kind: str, person: dict[str, Any]
) -> ReferralDetails:
    """The need in `form`, with what the person's own form says of language and access."""
    typed = form.cleaned_data
    flags = {flag.code for flag in form.flags}  # type: ignore[attr-defined]  # a NeedForm
    return ReferralDetails(
        person_id=NOBODY,
        source=source,
        requester=Requester(
            name=typed["sender_name"],
            organisation=organisation,
            phone=typed["sender_phone"],
            role=typed["sender_role"],
            kind=kind,
        ),
        need_code=typed["need"],
        need_words=typed["words"],
        wants_words=typed["wants"],
        risk_codes=tuple(code for code in typed["risks"] if code in flags),
        risk_words=typed["risk_words"],
        language_code=person.get("language", ""),
        interpreter_needed=True if person.get("interpreter") else None,
        access_needs=person.get("access", ""),
        urgency_asked=typed["urgency"],
    )


# The door's names of fields, as the forms here call them.
FIELDS = {
    "need_code": "need",
    "need_words": "words",
    "wants_words": "wants",
    "risk_codes": "risks",
    "requester_name": "sender_name",
    "urgency_asked": "urgency",
    "access_needs": "access",
}
