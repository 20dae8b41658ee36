"""Where has the person got to at the end?"""

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import MONTH, weekly_care_hours

RECOVERY_END = Questionnaire(
    code="recovery-end",
    title="End of recovery care",
    plain_words="What the person can do now, and what help they still need.",
    items=(
        weekly_care_hours("care-hours-at-end"),
        Item(
            link_id="goals-reached",
            text="Were the goals reached?",
            type="choice",
            required=True,
            options=(
                Option(code="all", title="All of them"),
                Option(code="some", title="Some of them"),
                Option(code="none", title="None of them"),
            ),
        ),
        Item(
            link_id="barthel",
            text="Barthel index",
            type="integer",
            concept="barthel-index",
            shelf_life=MONTH,
            min=0,
            max=100,
        ),
        Item(
            link_id="living-now",
            text="Where is the person living now?",
            type="choice",
            required=True,
            options=(
                Option(code="own-home", title="Own home"),
                Option(code="care-home", title="Care home"),
                Option(code="hospital", title="Hospital"),
                Option(code="other", title="Somewhere else"),
            ),
        ),
        Item(link_id="next", text="What happens next, and who does it?", type="text", required=True),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
