"""What can be told from a form that is only half filled in? Whatever is whole; the rest is left out."""

from collections.abc import Mapping
from datetime import date

from homeward.foundation import nhs_number
from homeward.people.api import PersonDetails
from homeward.web.refer.need.typed_day import typed_day


def half_typed(typed: Mapping[str, str], *, today: date) -> PersonDetails | None:
    """The details so far, or None before there is a last name."""
    family = typed.get("family", "").strip()[:100]
    if not family:
        return None
    number = nhs_number.normalise(typed.get("nhs_number", ""))
    return PersonDetails(
        family=family,
        given=typed.get("given", "").strip()[:100],
        birth_date=typed_day(typed.get("birth_date", ""), today=today),
        postcode=typed.get("postcode", "").strip()[:10],
        nhs_number=number if nhs_number.is_valid(number) else "",
    )
