"""What is the programme 'estates'?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

ESTATES = Programme(
    code="estates",
    title="Estates",
    plain_words="Buildings that let teams work together.",
    owner=BOARD,
    review_by=AUTUMN,
)
