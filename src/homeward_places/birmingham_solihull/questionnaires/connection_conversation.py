"""What would the person like to be part of?"""

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import HALF_YEAR, moving_about, what_matters

CONNECTION_CONVERSATION = Questionnaire(
    code="connection-conversation",
    title="Getting to know you",
    plain_words="What the person enjoys, and what would help them join in.",
    items=(
        what_matters("what-matters"),
        Item(link_id="enjoys", text="What do you enjoy, or used to enjoy?", type="text", required=True),
        Item(
            link_id="lonely",
            text="How often do you feel lonely?",
            type="choice",
            concept="lonely-how-often",
            shelf_life=HALF_YEAR,
            options=(
                Option(code="often", title="Often or always"),
                Option(code="some-of-the-time", title="Some of the time"),
                Option(code="occasionally", title="Occasionally"),
                Option(code="hardly-ever", title="Hardly ever"),
                Option(code="never", title="Never"),
            ),
        ),
        moving_about("moving-about"),
        Item(link_id="introduced-to", text="What were they introduced to?", type="string", repeats=True),
        Item(link_id="went", text="Did they go?", type="boolean"),
    ),
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
