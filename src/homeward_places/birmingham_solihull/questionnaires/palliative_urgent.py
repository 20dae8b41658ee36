"""What does a person near the end of life need tonight?"""

from datetime import timedelta

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPICE, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import HALF_YEAR, WEEK, what_matters

PALLIATIVE_URGENT = Questionnaire(
    code="palliative-urgent",
    title="Palliative urgent call",
    plain_words="What the person wants, what they feel and which medicines are in the house.",
    items=(
        what_matters("what-matters"),
        Item(
            link_id="phase",
            text="Phase of illness",
            type="choice",
            required=True,
            options=(
                Option(code="stable", title="Stable"),
                Option(code="unstable", title="Unstable"),
                Option(code="deteriorating", title="Deteriorating"),
                Option(code="dying", title="Dying"),
            ),
        ),
        Item(
            link_id="place",
            text="Where does the person want to be cared for?",
            type="choice",
            concept="preferred-place-of-care",
            shelf_life=HALF_YEAR,
            options=(
                Option(code="home", title="Home"),
                Option(code="care-home", title="Care home"),
                Option(code="hospice", title="Hospice"),
                Option(code="hospital", title="Hospital"),
                Option(code="not-asked", title="Not yet asked"),
            ),
        ),
        Item(
            link_id="medicines",
            text="Are anticipatory medicines in the house?",
            type="boolean",
            concept="anticipatory-medicines",
            shelf_life=WEEK,
        ),
        Item(
            link_id="pain-not-held",
            text="Is there pain or distress that medicines at home do not hold?",
            type="boolean",
            concept="pain-not-held",
            shelf_life=timedelta(hours=12),
        ),
        Item(link_id="akps", text="AKPS", type="integer", concept="akps", shelf_life=WEEK, min=0, max=100),
        Item(link_id="plan", text="Plan until the next contact", type="text", required=True),
    ),
    assessment="palliative",
    valid_for=timedelta(days=7),
    owner=HOSPICE,
    review_by=SPRING,
)
