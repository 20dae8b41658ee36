"""What is the programme 'supporting primary care development'?"""

from homeward.grammar.api import Programme
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

SUPPORTING_PRIMARY_CARE = Programme(
    code="supporting-primary-care",
    title="Supporting primary care development",
    plain_words="Help for general practice to work together with community teams.",
    services=("district-nursing",),
    owner=BOARD,
    review_by=AUTUMN,
)
