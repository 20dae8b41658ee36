"""What does the first visitor write?"""

from datetime import timedelta

from homeward.grammar.api import Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    WEEK,
    lives_alone,
    moving_about,
    news2_total,
    way_in,
    what_matters,
)

FIRST_VISIT = Questionnaire(
    code="first-visit",
    title="First visit",
    plain_words="What the first person at the door finds and does.",
    items=(
        what_matters("what-matters"),
        Item(link_id="what-happened", text="What has happened?", type="text", required=True),
        news2_total("news2"),
        moving_about("moving-about"),
        Item(
            link_id="new-confusion",
            text="Is the person newly confused, sleepy or agitated?",
            type="boolean",
            concept="new-confusion",
            shelf_life=timedelta(days=2),
        ),
        Item(
            link_id="not-safe-alone",
            text="Is it unsafe for them to be alone?",
            type="boolean",
            concept="not-safe-alone",
            shelf_life=WEEK,
        ),
        lives_alone("lives-alone"),
        way_in("way-in"),
        Item(link_id="done", text="What did you do?", type="text", required=True),
        Item(
            link_id="safety-net", text="What should they watch for, and whom do they ring?", type="text", required=True
        ),
    ),
    assessment="first-visit",
    valid_for=timedelta(days=2),
    owner=COMMUNITY,
    review_by=SPRING,
)
