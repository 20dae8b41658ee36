"""What is overdue for review, and what comes up next? Declarations of one kind with one keeper and one day count as one."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from homeward.grammar.api import Place

KINDS = {
    "services": "Services", "needs": "Needs", "protocols": "Triage", "clocks": "Clocks", "urgencies": "Urgencies",
    "calendars": "Opening hours", "measures": "Measures", "questionnaires": "Forms", "teams": "Teams",
    "organisations": "Organisations", "areas": "Areas", "contacts": "Named contacts", "roles": "Roles",
    "intake_rules": "Rules of intake", "reason_lists": "Lists of reasons", "programmes": "Programmes",
    "returns": "National returns", "situation_reports": "Situation reports",
}  # fmt: skip
PAGES = {"protocols": "triage", "urgencies": "clocks", "calendars": "teams"} | {
    kind: kind
    for kind in (
        "services",
        "needs",
        "clocks",
        "measures",
        "questionnaires",
        "teams",
        "organisations",
        "areas",
        "contacts",
        "roles",
    )
}


@dataclass(frozen=True, kw_only=True)
class Review:
    """So many declarations of one kind that one keeper looks at again by one day. `page` is empty where none shows them."""

    kind: str
    page: str
    keeper: str
    by: date
    many: int
    overdue: bool


def reviews(place: Place, *, today: date) -> list[Review]:
    """All that are to be reviewed, the longest overdue first."""
    counted = Counter((each.review_by, kind, each.owner) for kind in KINDS for each in getattr(place, kind).values())
    return [
        Review(
            kind=KINDS[kind],
            page=PAGES.get(kind, ""),
            keeper=place.organisations[owner].name if owner in place.organisations else owner,
            by=by,
            many=many,
            overdue=by < today,
        )
        for (by, kind, owner), many in sorted(counted.items())
    ]
