"""What did the neighbourhood team agree?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import HALF_YEAR, YEAR, what_matters

TEAM_DISCUSSION = Questionnaire(
    code="team-discussion",
    title="Neighbourhood team discussion",
    plain_words="Why we talked, what we agreed, who does it and by when.",
    items=(
        what_matters("what-matters"),
        Item(
            link_id="agreed",
            text="Has the person agreed to be discussed?",
            type="boolean",
            required=True,
            concept="agrees-to-discussion",
            shelf_life=YEAR,
        ),
        Item(link_id="why", text="Why now?", type="text", required=True),
        Item(link_id="actions", text="Actions: who, what, by when", type="text", required=True, repeats=True),
        Item(
            link_id="key-worker",
            text="Key worker",
            type="string",
            required=True,
            concept="key-worker",
            shelf_life=HALF_YEAR,
        ),
        Item(link_id="review-on", text="When do we look again?", type="date", required=True),
    ),
    assessment="neighbourhood",
    valid_for=timedelta(days=90),
    owner=COMMUNITY,
    review_by=SPRING,
)
