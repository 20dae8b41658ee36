"""Which message may a colleague send by hand?"""

from homeward.grammar.api import MessageTemplate, Wording
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

PLEASE_RING = MessageTemplate(
    code="please-ring",
    title="Please ring us",
    moment="asked_for",
    calendar="every-day-8-to-8",
    useful_hours=48,
    wordings=(
        Wording(
            language="en",
            subject="Please ring us",
            words="Hello {name}. {team} would like to speak with you. Please ring {telephone} when you can. It is not an emergency.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
