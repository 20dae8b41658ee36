"""What is the programme 'long term conditions'?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

LONG_TERM_CONDITIONS = Programme(
    code="long-term-conditions",
    title="Long term conditions",
    plain_words="Heart, lung, diabetes and end of life care close to home.",
    services=("specialist-palliative-urgent-response",),
    owner=BOARD,
    review_by=AUTUMN,
)
