"""What does a person leaving hospital need?"""

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    WEEK,
    lives_alone,
    moving_about,
    what_matters,
)

TRANSFER_OF_CARE = Questionnaire(
    code="transfer-of-care",
    title="Transfer of care",
    plain_words="Needs described, not services prescribed, so that home is tried first.",
    items=(
        Item(
            link_id="ready-on",
            text="First day without criteria to reside",
            type="date",
            required=True,
            concept="discharge-ready-on",
        ),
        what_matters("what-matters"),
        Item(
            link_id="needs",
            text="What will the person need help with at home?",
            type="text",
            required=True,
            help_words="Describe the needs. Do not name a service.",
        ),
        moving_about("moving-about"),
        lives_alone("lives-alone"),
        Item(
            link_id="recommended",
            text="Recommended way home",
            type="choice",
            required=True,
            options=(
                Option(code="p0", title="Home, no new support"),
                Option(code="p1", title="Home with support"),
                Option(code="p2", title="Recovery bed, then home"),
                Option(code="p3", title="Round-the-clock care"),
            ),
        ),
        Item(link_id="as-recommended", text="Is that what will happen?", type="boolean", required=True),
        Item(
            link_id="why-different",
            text="Why not?",
            type="text",
            required=True,
            enable_when=(EnableWhen(link_id="as-recommended", is_="=", value=False),),
        ),
    ),
    assessment="transfer-of-care",
    valid_for=WEEK,
    owner=HOSPITALS,
    review_by=SPRING,
)
