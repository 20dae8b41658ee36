"""What does a therapist find when they assess somebody at home?"""

from datetime import timedelta

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    YEAR,
    delirium_check,
    lives_alone,
    moving_about,
    way_in,
    what_matters,
)

HOME_ASSESSMENT = Questionnaire(
    code="home-assessment",
    title="Assessment at home",
    plain_words="How the person manages, and what would help. Others may trust it instead of asking again.",
    items=(
        what_matters("what-matters"),
        moving_about("moving-about"),
        lives_alone("lives-alone"),
        way_in("way-in"),
        Item(
            link_id="falls", text="Falls in the last year", type="integer", required=True, min=0, max=366,
            concept="falls-in-a-year", shelf_life=timedelta(days=28),
        ),
        Item(
            link_id="why-falls", text="What do they put the falls down to?", type="text", required=True,
            enable_when=(EnableWhen(link_id="falls", is_=">=", value=1),),
        ),
        Item(
            link_id="equipment", text="Equipment in use", type="choice", repeats=True, concept="equipment-in-use", shelf_life=YEAR,
            options=(
                Option(code="frame", title="Walking frame"),
                Option(code="commode", title="Commode"),
                Option(code="hospital-bed", title="Hospital bed"),
                Option(code="hoist", title="Hoist"),
                Option(code="rails", title="Grab rails"),
            ),
        ),
        Item(link_id="would-help", text="What would help?", type="text", required=True),
        *delirium_check(),
    ),
    assessment="home",
    valid_for=timedelta(days=14),
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
