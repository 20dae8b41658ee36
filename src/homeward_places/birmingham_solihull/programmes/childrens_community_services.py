"""What is the programme of children's community services?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

CHILDRENS_COMMUNITY_SERVICES = Programme(
    code="childrens-community-services",
    title="Children's community services",
    plain_words="To be decided with the partnership board for children and young people.",
    owner=BOARD,
    review_by=AUTUMN,
)
