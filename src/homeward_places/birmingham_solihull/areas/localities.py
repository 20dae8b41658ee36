"""What are the six localities, and where do they sit on the schematic map?"""

from datetime import date

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

# Six localities stand in the plans of the integrated care system that began on this day.
LOCALITIES_FROM = date(2022, 7, 1)


def _locality(code: str, name: str, council: str, registered: int, tile: tuple[int, int]) -> Area:
    return Area(
        code=code,
        name=name,
        kind="locality",
        valid_from=LOCALITIES_FROM,
        within=(
            AreaLink(code=council, valid_from=LOCALITIES_FROM),
            AreaLink(code="birmingham-and-solihull", valid_from=LOCALITIES_FROM),
        ),
        registered=registered,
        counted_in=2024,
        tile=tile,
        owner=BOARD,
        review_by=AUTUMN,
    )


NORTH = _locality("north", "North", "E08000025", 283_872, (1, 0))
EAST = _locality("east", "East", "E08000025", 278_134, (2, 1))
CENTRAL = _locality("central", "Central", "E08000025", 244_194, (1, 2))
SOUTH = _locality("south", "South", "E08000025", 307_878, (0, 2))
WEST = _locality("west", "West", "E08000025", 277_071, (0, 1))
SOLIHULL = _locality("solihull", "Solihull", "E08000029", 237_823, (2, 2))
