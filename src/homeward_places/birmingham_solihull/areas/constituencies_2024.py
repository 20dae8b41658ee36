"""Which constituencies stand since the general election of July 2024? One crosses the council border."""

from datetime import date

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

SINCE = date(2024, 7, 4)
BIRMINGHAM = ("E08000025",)
SOLIHULL = ("E08000029",)

# Localities are not made of these constituencies, so no membership of a locality is declared.
ROWS = (
    ("E14001092", "Birmingham Edgbaston", BIRMINGHAM),
    ("E14001093", "Birmingham Erdington", BIRMINGHAM),
    ("E14001094", "Birmingham Hall Green and Moseley", BIRMINGHAM),
    ("E14001095", "Birmingham Hodge Hill and Solihull North", BIRMINGHAM + SOLIHULL),
    ("E14001096", "Birmingham Ladywood", BIRMINGHAM),
    ("E14001097", "Birmingham Northfield", BIRMINGHAM),
    ("E14001098", "Birmingham Perry Barr", BIRMINGHAM),
    ("E14001099", "Birmingham Selly Oak", BIRMINGHAM),
    ("E14001100", "Birmingham Yardley", BIRMINGHAM),
    ("E14001358", "Meriden and Solihull East", SOLIHULL),
    ("E14001479", "Solihull West and Shirley", SOLIHULL),
    ("E14001535", "Sutton Coldfield", BIRMINGHAM),
)

CONSTITUENCIES = tuple(
    Area(
        code=code,
        name=name,
        kind="constituency",
        national_code=code,
        valid_from=SINCE,
        within=tuple(
            AreaLink(code=council, valid_from=SINCE, whole=len(councils) == 1) for council in councils
        ),
        owner=BOARD,
        review_by=AUTUMN,
    )
    for code, name, councils in ROWS
)
