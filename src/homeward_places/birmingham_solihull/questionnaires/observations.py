"""What are the person's vital signs, and what do they add up to?"""

from datetime import timedelta

from homeward.grammar.api import EnableWhen, Item, Option, Questionnaire, ScoreItem, ScorePart
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

OBSERVATIONS = Questionnaire(
    code="observations",
    title="Observations",
    plain_words="Seven signs, and the NEWS2 score that they make. A sign that was not taken is left empty.",
    items=(
        Item(link_id="respiratory-rate", text="Breaths a minute", type="integer", min=0, max=100, unit="/min"),
        Item(link_id="spo2", text="Oxygen saturation (SpO2)", type="integer", min=1, max=100, unit="%"),
        Item(
            link_id="scale",
            text="Has a clinician set a target of 88 to 92%?",
            type="boolean",
            concept="spo2-target-88-92",
            help_words="Then SpO2 scale 2 counts. On a virtual ward the scale set for the person counts, whatever is said here.",
        ),
        Item(
            link_id="air",
            text="Air or oxygen?",
            type="choice",
            options=(Option(code="air", title="Air"), Option(code="oxygen", title="Oxygen")),
        ),
        Item(
            link_id="litres",
            text="How much oxygen?",
            type="decimal",
            unit="L/min",
            min=0,
            max=15,
            within="air",
            enable_when=(EnableWhen(link_id="air", is_="=", value="oxygen"),),
        ),
        Item(link_id="systolic", text="Systolic blood pressure", type="integer", min=0, max=320, unit="mmHg"),
        Item(link_id="pulse", text="Pulse", type="integer", min=0, max=320, unit="/min"),
        Item(
            link_id="consciousness",
            text="Consciousness",
            type="choice",
            options=(
                Option(code="A", title="Alert"),
                Option(code="C", title="Newly confused"),
                Option(code="V", title="Responds to voice"),
                Option(code="P", title="Responds to pain"),
                Option(code="U", title="Unresponsive"),
            ),
        ),
        Item(link_id="temperature", text="Temperature", type="decimal", min=20, max=46, unit="°C"),
        Item(
            link_id="news2",
            text="NEWS2 score",
            type="integer",
            concept="news2-total",
            shelf_life=timedelta(hours=12),
            min=0,
            max=20,
            score=ScoreItem(
                name="news2",
                parts=(
                    ScorePart(column="respiratory_rate", link_id="respiratory-rate"),
                    ScorePart(column="spo2", link_id="spo2"),
                    ScorePart(column="spo2_scale", link_id="scale", answers=(("true", "2"), ("false", "1"))),
                    ScorePart(column="supplemental_oxygen", link_id="air", answers=(("air", "0"), ("oxygen", "1"))),
                    ScorePart(column="systolic_bp", link_id="systolic"),
                    ScorePart(column="heart_rate", link_id="pulse"),
                    ScorePart(column="consciousness", link_id="consciousness"),
                    ScorePart(column="temperature", link_id="temperature"),
                ),
            ),
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
