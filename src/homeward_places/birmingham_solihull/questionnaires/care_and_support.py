"""What care and support does the person need?"""

from datetime import timedelta

from homeward.grammar.api import EnableWhen, Item, Questionnaire
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    HALF_YEAR,
    MONTH,
    lives_alone,
    way_in,
    weekly_care_hours,
    what_matters,
)

CARE_AND_SUPPORT = Questionnaire(
    code="care-and-support",
    title="Care and support",
    plain_words="Care needs, carer and choices, agreed with the person.",
    items=(
        what_matters("what-matters"),
        Item(
            link_id="capacity",
            text="Can the person decide about their care?",
            type="boolean",
            required=True,
            concept="decides-about-care",
            shelf_life=MONTH,
        ),
        Item(link_id="needs", text="What does the person need help with?", type="text", required=True),
        weekly_care_hours("care-hours"),
        lives_alone("lives-alone"),
        Item(
            link_id="carer", text="Is there an unpaid carer?", type="boolean", concept="has-carer", shelf_life=HALF_YEAR
        ),
        Item(
            link_id="carer-needs",
            text="What does the carer need?",
            type="text",
            enable_when=(EnableWhen(link_id="carer", is_="=", value=True),),
        ),
        way_in("way-in"),
    ),
    assessment="care-and-support",
    valid_for=timedelta(days=28),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
