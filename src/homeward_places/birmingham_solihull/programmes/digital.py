"""What is the programme 'digital'?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

DIGITAL = Programme(
    code="digital",
    title="Digital",
    plain_words="Records and tools that let people say it once.",
    owner=BOARD,
    review_by=AUTUMN,
)
