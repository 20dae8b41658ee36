"""How is one team declared shortly, and which localities are there to cover?"""

from datetime import date

from homeward.grammar.api import Team
from homeward.grammar.organisations import TeamKind

BIRMINGHAM = ("north", "east", "central", "south", "west")
EVERYWHERE = (*BIRMINGHAM, "solihull")
NAMES = {code: code.capitalize() for code in EVERYWHERE}
REVIEW = date(2027, 4, 30)


def team(
    code: str,
    name: str,
    organisation: str,
    kind: TeamKind,
    *,
    areas: tuple[str, ...] = EVERYWHERE,
    calendar: str,
    services: tuple[str, ...] = (),
    hub: bool = False,
    telephone: str | None = None,
    proposal: bool = False,
) -> Team:
    """A team kept by the organisation it belongs to."""
    return Team(
        code=code,
        name=name,
        organisation=organisation,
        kind=kind,
        areas=areas,
        calendar=calendar,
        services=services,
        hub=hub,
        telephone=telephone,
        proposal=proposal,
        owner=organisation,
        review_by=REVIEW,
    )
