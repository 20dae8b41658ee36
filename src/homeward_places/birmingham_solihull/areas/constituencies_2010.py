"""Which constituencies stood until the general election of July 2024? A locality was then two of them."""

from datetime import date

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.areas.localities import LOCALITIES_FROM
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

SINCE = date(2010, 5, 6)
UNTIL = date(2024, 7, 3)

ROWS = (
    ("E14000560", "Birmingham, Edgbaston", "south", "E08000025"),
    ("E14000561", "Birmingham, Erdington", "north", "E08000025"),
    ("E14000562", "Birmingham, Hall Green", "central", "E08000025"),
    ("E14000563", "Birmingham, Hodge Hill", "east", "E08000025"),
    ("E14000564", "Birmingham, Ladywood", "west", "E08000025"),
    ("E14000565", "Birmingham, Northfield", "south", "E08000025"),
    ("E14000566", "Birmingham, Perry Barr", "west", "E08000025"),
    ("E14000567", "Birmingham, Selly Oak", "central", "E08000025"),
    ("E14000568", "Birmingham, Yardley", "east", "E08000025"),
    ("E14000812", "Meriden", "solihull", "E08000029"),
    ("E14000931", "Solihull", "solihull", "E08000029"),
    ("E14000985", "Sutton Coldfield", "north", "E08000025"),
)

CONSTITUENCIES = tuple(
    Area(
        code=code,
        name=f"{name} (until 2024)",
        kind="constituency",
        national_code=code,
        valid_from=SINCE,
        valid_to=UNTIL,
        within=(
            AreaLink(code=council, valid_from=SINCE, valid_to=UNTIL),
            AreaLink(code=locality, valid_from=LOCALITIES_FROM, valid_to=UNTIL),
        ),
        owner=BOARD,
        review_by=AUTUMN,
    )
    for code, name, locality, council in ROWS
)
