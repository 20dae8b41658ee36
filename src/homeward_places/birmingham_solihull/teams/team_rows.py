"""How is one team declared shortly, and which localities are there to cover?"""

from datetime import date

from homeward.grammar.api import Team
from homeward.grammar.organisations import TeamKind

BIRMINGHAM = ("north", "east", "central", "south", "west")
EVERYWHERE = (*BIRMINGHAM, "solihull")
# Who works in a team is ours until its owner confirms it; a ladder of alerts may name nobody else there.
NURSES = ("community-nurse", "team-lead")
THERAPISTS = ("therapist", "team-lead")
HUB = ("hub-coordinator", "hub-clinician")
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
    roles: tuple[str, ...] = (),
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
        roles=roles,
        hub=hub,
        telephone=telephone,
        proposal=proposal,
        owner=organisation,
        review_by=REVIEW,
    )
