"""Which hospitals and community buildings matter to the way home?"""

from datetime import date

from homeward.grammar.api import Organisation
from homeward.grammar.organisations import OrganisationKind
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD
from homeward_places.birmingham_solihull.organisations.statutory import KNOWN_FROM


def _site(
    code: str, name: str, part_of: str, ods: str | None = None, kind: OrganisationKind = "hospital_site",
    since: date = KNOWN_FROM,
) -> Organisation:
    return Organisation(
        code=code,
        name=name,
        kind=kind,
        ods_code=ods,
        part_of=part_of,
        valid_from=since,
        owner=BOARD,
        review_by=AUTUMN,
    )


QUEEN_ELIZABETH = _site("queen-elizabeth-hospital", "Queen Elizabeth Hospital Birmingham", "uhb", "RRK02")
HEARTLANDS = _site("heartlands-hospital", "Heartlands Hospital", "uhb", "RRK97")
GOOD_HOPE = _site("good-hope-hospital", "Good Hope Hospital", "uhb", "RRK98")
SOLIHULL = _site("solihull-hospital", "Solihull Hospital", "uhb", "RRK99")
CITY = _site("city-hospital", "City Hospital", "swb", "RXK02")
# Acute care moved here from City Hospital in autumn 2024; the day is that of its first patients.
MIDLAND_METROPOLITAN = _site(
    "midland-metropolitan-hospital", "Midland Metropolitan University Hospital", "swb", since=date(2024, 10, 6)
)
JUNIPER_CENTRE = _site("juniper-centre", "Juniper Centre", "bsmhft")
RESERVOIR_COURT = _site("reservoir-court", "Reservoir Court", "bsmhft")
WASHWOOD_HEATH = _site("washwood-heath-hub", "Washwood Heath locality hub", "bchc", kind="community_site")
