"""What wound is it, and is it healing?"""

from datetime import timedelta

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import HALF_YEAR

WOUND_ASSESSMENT = Questionnaire(
    code="wound-assessment",
    title="Wound assessment",
    plain_words="What the wound is, why it is there and how it is healing.",
    items=(
        Item(
            link_id="kind",
            text="What kind of wound?",
            type="choice",
            required=True,
            options=(
                Option(code="leg-ulcer", title="Leg ulcer"),
                Option(code="pressure", title="Pressure damage"),
                Option(code="foot", title="Foot ulcer"),
                Option(code="surgical", title="Surgical wound"),
                Option(code="skin-tear", title="Skin tear"),
                Option(code="other", title="Another kind"),
            ),
        ),
        Item(link_id="length", text="Length in centimetres", type="decimal", unit="cm", min=0, max=100),
        Item(link_id="width", text="Width in centimetres", type="decimal", unit="cm", min=0, max=100),
        Item(link_id="cause-known", text="Is the cause known?", type="boolean", required=True),
        Item(
            link_id="doppler-on",
            text="Day of the last Doppler",
            type="date",
            concept="doppler-on",
            shelf_life=HALF_YEAR,
            enable_when=(EnableWhen(link_id="kind", is_="=", value="leg-ulcer"),),
        ),
        Item(link_id="plan", text="Plan until the next visit", type="text", required=True),
    ),
    assessment="wound",
    valid_for=timedelta(days=28),
    owner=COMMUNITY,
    review_by=SPRING,
)
