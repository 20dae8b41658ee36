"""What did the front door find, mean to do, and do?"""

from datetime import timedelta

from homeward.grammar.api import Item, Option, Questionnaire
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    MONTH,
    delirium_score,
    news2_total,
    what_matters,
)

FRONT_DOOR_FRAILTY = Questionnaire(
    code="front-door-frailty",
    title="Frailty at the front door",
    plain_words="What was meant to happen is written before what was decided.",
    items=(
        what_matters("what-matters"),
        Item(
            link_id="frailty",
            text="Clinical frailty number",
            type="integer",
            concept="clinical-frailty",
            shelf_life=MONTH,
            min=1,
            max=9,
            help_words="As it was two weeks ago.",
        ),
        news2_total("news2"),
        delirium_score("4at"),
        Item(
            link_id="meant",
            text="Before this assessment, what was going to happen?",
            type="choice",
            required=True,
            options=(
                Option(code="admit", title="Admit"),
                Option(code="home", title="Home"),
                Option(code="not-decided", title="Not decided"),
            ),
        ),
        Item(
            link_id="decided",
            text="What was decided?",
            type="choice",
            required=True,
            options=(
                Option(code="home", title="Home"),
                Option(code="home-with-help", title="Home with help"),
                Option(code="short-stay", title="Assessment unit"),
                Option(code="admit", title="Admit"),
            ),
        ),
        Item(link_id="decided-by", text="Who decided?", type="string", required=True),
    ),
    assessment="front-door",
    valid_for=timedelta(days=2),
    owner=HOSPITALS,
    review_by=SPRING,
)
