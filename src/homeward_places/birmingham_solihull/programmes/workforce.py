"""What is the programme 'workforce'?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

WORKFORCE = Programme(
    code="workforce",
    title="Workforce",
    plain_words="People with the skills and time to care.",
    owner=BOARD,
    review_by=AUTUMN,
)
