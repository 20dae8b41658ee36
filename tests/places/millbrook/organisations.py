"""Which organisations and teams look after the town?"""

from homeward.grammar.api import Organisation, Team
from homeward.grammar.organisations import OrganisationKind, TeamKind
from tests.places.millbrook import OWNER, REVIEW, SINCE

BOTH = ("riverside", "hillside")


def _body(code: str, name: str, kind: OrganisationKind, part_of: str | None = None, ods: str | None = None) -> Organisation:
    return Organisation(
        code=code, name=name, kind=kind, part_of=part_of, ods_code=ods, valid_from=SINCE, owner=OWNER, review_by=REVIEW
    )


TRUST = _body("mill-trust", "Millbrook Community Trust", "nhs_trust", ods="X9M")
HOSPITAL = _body("mill-hospital", "Millbrook Cottage Hospital", "hospital_site", "mill-trust")
COUNCIL = _body("mill-council", "Millbrook Borough Council", "council", ods="X9C")
FRIENDS = _body("mill-friends", "Friends of Millbrook", "voluntary")
PRACTICES = (
    _body("net-river", "River Network", "pcn"),
    _body("net-hill", "Hill Network", "pcn"),
    _body("gp-quay", "Quay Surgery", "gp_practice", "net-river", ods="X90001"),
    _body("gp-bridge", "Bridge Street Practice", "gp_practice", "net-river"),
    _body("gp-ridge", "Ridge Medical Centre", "gp_practice", "net-hill"),
)


def _team(
    code: str,
    name: str,
    kind: TeamKind,
    calendar: str,
    *services: str,
    organisation: str = "mill-trust",
    areas: tuple[str, ...] = BOTH,
    hub: bool = False,
) -> Team:
    return Team(
        code=code,
        name=name,
        organisation=organisation,
        kind=kind,
        areas=areas,
        calendar=calendar,
        services=services,
        hub=hub,
        telephone="01632 960001",
        owner=OWNER,
        review_by=REVIEW,
    )


TOWN_DESK = _team("town-desk", "Town desk", "hub", "daytime", "front-desk", hub=True)
NIGHT_DESK = _team("night-desk", "Night desk", "hub", "round-the-clock", "front-desk", hub=True)
RAPID_RIVERSIDE = _team(
    "rapid-riverside", "Riverside rapid team", "community", "daytime", "rapid-help", areas=("riverside",)
)
RAPID_HILLSIDE = _team(
    "rapid-hillside", "Hillside rapid team", "community", "daytime", "rapid-help", areas=("hillside",)
)
TOWN_NURSES = _team("town-nurses", "Town nurses", "community", "round-the-clock", "home-nursing")
COTTAGE_WARD = _team("cottage-ward", "Cottage ward", "ward", "round-the-clock", "cottage-beds", "cottage-at-home")
VISITORS = _team("tea-friends", "Tea and company", "voluntary", "office", "company", organisation="mill-friends")
OFFICE = _team("mill-office", "Trust office", "primary_care", "office")
