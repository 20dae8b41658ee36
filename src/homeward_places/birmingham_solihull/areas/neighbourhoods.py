"""Which neighbourhoods are there? Thirty-five of 30,000 to 50,000 people, whose names and edges their owners give.

A neighbourhood is neither a network nor a ward: East has six networks and announced five neighbourhood teams.
So each is a slot, within the whole place and nothing smaller, until its owner names it and says where it lies.
"""

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.areas.whole_place import PLACE_FROM
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

HOW_MANY = 35

NEIGHBOURHOODS = tuple(
    Area(
        code=f"neighbourhood-{number:02}",
        name=f"Neighbourhood {number} (not yet named)",
        kind="neighbourhood",
        valid_from=PLACE_FROM,
        within=(AreaLink(code="birmingham-and-solihull", valid_from=PLACE_FROM),),
        named=False,
        owner=BOARD,
        review_by=AUTUMN,
    )
    for number in range(1, HOW_MANY + 1)
)
