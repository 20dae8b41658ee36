"""What was asked, advised and agreed?"""

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import news2_total

ADVICE_CALL = Questionnaire(
    code="advice-call",
    title="Advice call",
    plain_words="A signed record of the question, the advice and the safety net.",
    items=(
        Item(link_id="question", text="What is the question?", type="text", required=True),
        news2_total("news2"),
        Item(
            link_id="meant",
            text="What was going to happen before the call?",
            type="choice",
            required=True,
            options=(
                Option(code="convey", title="Take to hospital"),
                Option(code="stay", title="Stay at home"),
                Option(code="not-decided", title="Not decided"),
            ),
        ),
        Item(link_id="advice", text="Advice given", type="text", required=True),
        Item(
            link_id="decided",
            text="What was decided?",
            type="choice",
            required=True,
            options=(
                Option(code="stay", title="Stay at home"),
                Option(code="urgent-response", title="Urgent community response"),
                Option(code="same-day", title="Same day emergency care"),
                Option(code="convey", title="Take to hospital"),
            ),
        ),
        Item(link_id="decided-by", text="Who decided?", type="string", required=True),
        Item(
            link_id="safety-net", text="What should they watch for, and whom do they ring?", type="text", required=True
        ),
    ),
    owner=HOSPITALS,
    review_by=SPRING,
)
