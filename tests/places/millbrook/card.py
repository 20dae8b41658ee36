"""What is the town called?"""

from homeward.grammar.api import PlaceCard
from tests.places.millbrook import OWNER, REVIEW

CARD = PlaceCard(
    code="millbrook",
    name="Millbrook",
    short_name="Millbrook",
    strapline="A town that looks after its own",
    area="millbrook",
    urgent_telephone="01632 960000",
    owner=OWNER,
    review_by=REVIEW,
)
