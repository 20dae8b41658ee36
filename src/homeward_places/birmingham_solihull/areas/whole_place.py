"""What is the whole place, and which two councils lie in it?"""

from datetime import date

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

PLACE_FROM = date(2022, 7, 1)
# Metropolitan districts began with the Local Government Act 1972.
COUNCILS_FROM = date(1974, 4, 1)

PLACE = Area(
    code="birmingham-and-solihull",
    name="Birmingham and Solihull",
    kind="place",
    valid_from=PLACE_FROM,
    registered=1_628_972,
    counted_in=2024,
    owner=BOARD,
    review_by=AUTUMN,
)


def _council(code: str, name: str) -> Area:
    return Area(
        code=code,
        name=name,
        kind="council",
        national_code=code,
        valid_from=COUNCILS_FROM,
        within=(AreaLink(code="birmingham-and-solihull", valid_from=PLACE_FROM),),
        owner=BOARD,
        review_by=AUTUMN,
    )


BIRMINGHAM = _council("E08000025", "Birmingham")
SOLIHULL = _council("E08000029", "Solihull")
