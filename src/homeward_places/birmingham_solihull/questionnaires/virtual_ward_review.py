"""How is the person on the virtual ward today?"""

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import news2_total

VIRTUAL_WARD_REVIEW = Questionnaire(
    code="virtual-ward-review",
    title="Daily review",
    plain_words="How the person is today, and what changes.",
    items=(
        news2_total("news2"),
        Item(
            link_id="compared",
            text="Compared with yesterday",
            type="choice",
            required=True,
            options=(
                Option(code="better", title="Better"),
                Option(code="same", title="The same"),
                Option(code="worse", title="Worse"),
            ),
        ),
        Item(link_id="change", text="What changes today?", type="text", required=True),
        Item(
            link_id="alerts-read",
            text="Have all alerts since the last review been read?",
            type="boolean",
            required=True,
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
