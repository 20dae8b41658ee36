"""What is a person told about a visit: when somebody comes, and that the time has changed?"""

from homeward.grammar.api import MessageTemplate, Wording
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

PLANNED = MessageTemplate(
    code="visit-planned",
    title="Somebody will see you",
    moment="visit_planned",
    calendar="every-day-8-to-8",
    useful_hours=24,
    wordings=(
        Wording(
            language="en",
            subject="Somebody will see you {when}",
            words="Hello {name}. {team} plans to see you {when}. If that does not suit you, ring {telephone}. "
            "Ask for their badge before you let anyone in.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
CHANGED = MessageTemplate(
    code="visit-changed",
    title="Your visit has a new time",
    moment="visit_changed",
    calendar="every-day-8-to-8",
    urgent=True,
    useful_hours=24,
    wordings=(
        Wording(
            language="en",
            subject="Your visit is now {when}",
            words="Hello {name}. {team} now plans to see you {when}. If that does not suit you, ring {telephone}.",
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
