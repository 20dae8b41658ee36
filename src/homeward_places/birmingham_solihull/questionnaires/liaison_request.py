"""What does liaison need to know?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import delirium_score, what_matters

LIAISON_REQUEST = Questionnaire(
    code="liaison-request",
    title="Mental health request",
    plain_words="What is seen, what is risky, and what has been tried.",
    items=(
        Item(link_id="seen", text="What do you see?", type="text", required=True),
        delirium_score("4at"),
        Item(link_id="risks", text="What are the risks?", type="text", required=True),
        Item(link_id="tried", text="What has been tried?", type="text"),
        what_matters("what-matters"),
    ),
    assessment="liaison",
    valid_for=timedelta(days=14),
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
