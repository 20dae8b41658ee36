"""What does a therapist find when they assess somebody at home?"""

from datetime import timedelta

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire, ScoreItem, ScorePart
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.questionnaires.shared_items import (
    YEAR,
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
        Item(link_id="delirium", text="Delirium check (4AT)", type="group"),
        Item(
            link_id="alertness", text="Alertness", type="choice", within="delirium",
            options=(
                Option(code="normal", title="Normal"),
                Option(code="sleepy-then-normal", title="Sleepy for under 10 seconds after waking, then normal"),
                Option(code="abnormal", title="Clearly abnormal"),
            ),
        ),
        Item(
            link_id="amt4", text="Mistakes in age, date of birth, place and year", type="choice", within="delirium",
            options=(
                Option(code="0", title="None"),
                Option(code="1", title="One"),
                Option(code="2-or-more", title="Two or more"),
                Option(code="untestable", title="Cannot be tested"),
            ),
        ),
        Item(
            link_id="months", text="Months backwards from December", type="choice", within="delirium",
            options=(
                Option(code="7-or-more", title="Seven or more right"),
                Option(code="fewer-or-refuses", title="Fewer than seven, or refuses"),
                Option(code="untestable", title="Cannot be tested"),
            ),
        ),
        Item(link_id="acute", text="Acute change or fluctuating course", type="boolean", within="delirium"),
        Item(
            link_id="4at", text="4AT score", type="integer", concept="4at-total", shelf_life=timedelta(days=2), min=0, max=12,
            within="delirium",
            score=ScoreItem(
                name="4at",
                parts=(
                    ScorePart(column="alertness", link_id="alertness"),
                    ScorePart(column="amt4_mistakes", link_id="amt4"),
                    ScorePart(column="months_backwards", link_id="months"),
                    ScorePart(column="acute_change", link_id="acute", answers=(("true", "yes"), ("false", "no"))),
                ),
            ),
        ),
    ),
    assessment="home",
    valid_for=timedelta(days=14),
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
