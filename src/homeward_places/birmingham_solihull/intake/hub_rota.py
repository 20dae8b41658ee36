"""Which team takes a new need? The hub where the person lives by day, the single point of access at night."""

from homeward.grammar.api import IntakeRule
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.teams.team_rows import EVERYWHERE, NAMES

LEAVING_HOSPITAL = IntakeRule(
    code="leaving-hospital",
    team="transfer-of-care-hub",
    calendar="every-day-8-to-8",
    needs=("home-after-hospital",),
    order=10,
    because="A person leaving hospital is looked after by the transfer-of-care hub.",
    owner=COMMUNITY,
    review_by=SPRING,
)

BY_DAY = tuple(
    IntakeRule(
        code=f"by-day-{locality}",
        team=f"hub-{locality}",
        calendar="every-day-8-to-8",
        areas=(locality,),
        order=20,
        because=f"From 8am to 8pm the {NAMES[locality]} hub takes the needs of people who live there.",
        owner=COMMUNITY,
        review_by=SPRING,
    )
    for locality in EVERYWHERE
)

AREA_NOT_KNOWN = IntakeRule(
    code="area-not-known",
    team="care-coordination-centre",
    calendar="every-day-8-to-8",
    order=50,
    because="When we do not know where the person lives, the care coordination centre finds out.",
    owner=COMMUNITY,
    review_by=SPRING,
)

FALLBACK = IntakeRule(
    code="any-time-anywhere",
    team="single-point-of-access",
    calendar="always",
    order=100,
    fallback=True,
    because="At night, and whenever no hub is open, the single point of access takes every need.",
    owner=COMMUNITY,
    review_by=SPRING,
)
