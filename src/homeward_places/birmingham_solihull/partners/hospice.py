"""Does the hospice's own system take our referrals as messages? A proposal, until it agrees and gives an address."""

from homeward.grammar.api import MessagePartner
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING

HOSPICE_SYSTEM = MessagePartner(
    code="hospice-system",
    title="The hospice’s own system",
    teams=("spur",),
    proposal=True,
    owner=HOSPICE,
    review_by=SPRING,
)
