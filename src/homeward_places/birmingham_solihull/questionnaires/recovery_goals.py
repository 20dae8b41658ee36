"""What is the person working towards, and from where do they start?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    MONTH,
    lives_alone,
    moving_about,
    weekly_care_hours,
    what_matters,
)

RECOVERY_GOALS = Questionnaire(
    code="recovery-goals",
    title="Recovery plan",
    plain_words="What the person wants to do again, and what help they have today.",
    items=(
        what_matters("what-matters"),
        Item(
            link_id="goal", text="What do you want to be able to do again?", type="string", required=True, repeats=True
        ),
        weekly_care_hours("care-hours-at-start"),
        Item(
            link_id="barthel",
            text="Barthel index",
            type="integer",
            concept="barthel-index",
            shelf_life=MONTH,
            min=0,
            max=100,
        ),
        moving_about("moving-about"),
        lives_alone("lives-alone"),
        Item(link_id="equipment", text="What equipment is needed?", type="text"),
    ),
    assessment="recovery",
    valid_for=timedelta(days=42),
    owner=COMMUNITY,
    review_by=SPRING,
)
