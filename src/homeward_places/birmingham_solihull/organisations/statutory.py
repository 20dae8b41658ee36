"""Which public bodies give or buy care here? ODS codes where they are known to us."""

from datetime import date

from homeward.grammar.api import Organisation
from homeward.grammar.organisations import OrganisationKind
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

# The day the integrated care board began; no earlier day is vouched for.
KNOWN_FROM = date(2022, 7, 1)


def _body(code: str, name: str, kind: OrganisationKind, ods: str | None, part_of: str | None = None) -> Organisation:
    return Organisation(
        code=code,
        name=name,
        kind=kind,
        ods_code=ods,
        part_of=part_of,
        valid_from=KNOWN_FROM,
        owner=BOARD,
        review_by=AUTUMN,
    )


ICB = _body("bsol-icb", "NHS Birmingham and Solihull Integrated Care Board", "integrated_care_board", "QHL")
SUB_ICB = _body("bsol-15e", "NHS Birmingham and Solihull sub-ICB location", "integrated_care_board", "15E", "bsol-icb")
COMMUNITY_COLLABORATIVE = _body(
    "community-care-collaborative", "Community Care Collaborative", "partnership", None, "bsol-icb"
)
BCHC = _body("bchc", "Birmingham Community Healthcare NHS Foundation Trust", "nhs_trust", "RYW")
UHB = _body("uhb", "University Hospitals Birmingham NHS Foundation Trust", "nhs_trust", "RRK")
BSMHFT = _body("bsmhft", "Birmingham and Solihull Mental Health NHS Foundation Trust", "nhs_trust", "RXT")
SWB = _body("swb", "Sandwell and West Birmingham Hospitals NHS Trust", "nhs_trust", "RXK")
BWC = _body("bwc", "Birmingham Women's and Children's NHS Foundation Trust", "nhs_trust", "RQ3")
ROH = _body("roh", "Royal Orthopaedic Hospital NHS Foundation Trust", "nhs_trust", "RRJ")
WMAS = _body("wmas", "West Midlands Ambulance Service University NHS Foundation Trust", "ambulance", "RYA")
BIRMINGHAM = _body("birmingham-city-council", "Birmingham City Council", "council", None)
SOLIHULL = _body("solihull-council", "Solihull Metropolitan Borough Council", "council", None)
