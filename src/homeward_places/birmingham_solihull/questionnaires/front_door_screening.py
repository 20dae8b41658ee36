"""How frail is somebody who has just arrived, and may they have delirium?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import MONTH, delirium_check, what_matters

FRONT_DOOR_SCREENING = Questionnaire(
    code="front-door-screening",
    title="Screening at the front door",
    plain_words="How you were two weeks ago, and whether you are more muddled than usual today.",
    items=(
        Item(
            link_id="frailty",
            text="Clinical frailty number, 1 to 9",
            type="integer",
            required=True,
            concept="clinical-frailty",
            shelf_life=MONTH,
            min=1,
            max=9,
            help_words="As it was two weeks ago, not today.",
        ),
        *delirium_check(),
        what_matters("what-matters"),
    ),
    assessment="front-door",
    valid_for=timedelta(days=2),
    owner=HOSPITALS,
    review_by=SPRING,
)
