"""Which openings stand out?"""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse

from homeward.access import api as access
from homeward.web.audit.names import families, full_names
from homeward.web.page import PageRequest, page, show

TITLES: tuple[tuple[access.Sign, str, str], ...] = (
    ("own_name", "Same family name", "Staff who opened the record of somebody with their own family name."),
    (
        "no_work",
        "No work with the person",
        "Records opened by an organisation that has recorded no work with the person.",
    ),
    (
        "many_records",
        "Many records in a day",
        "At least 30 people in one day, and three times what is usual for the role.",
    ),
    ("out_of_hours", "At night", "Records opened between 10pm and 6am by people who rarely work then."),
)


@page("audit.view", methods=("GET",))
def unusual(request: PageRequest) -> HttpResponse:
    """Signs of the last four weeks. They are reasons to ask, not findings."""

    def named(ids: list[UUID]) -> Mapping[UUID, str]:
        return families(ids, by=request.actor, at=request.at)

    signs = access.unusual_access(by=request.actor, at=request.at, families=named)
    people = {each.person_id for found in signs.values() for each in found}
    context = {
        "groups": [(title, words, signs[code]) for code, title, words in TITLES],
        "names": full_names(people, by=request.actor, at=request.at),
    }
    return show(request, "audit/unusual/page.html", context)
