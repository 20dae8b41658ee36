"""What is this place called?"""

from homeward.grammar.api import PlaceCard
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

CARD = PlaceCard(
    code="birmingham-and-solihull",
    name="Birmingham and Solihull",
    short_name="BSol",
    strapline="Home first, together",
    area="birmingham-and-solihull",
    urgent_telephone="0300 555 1919",
    owner=BOARD,
    review_by=AUTUMN,
)
