"""What are the made-up people of Birmingham and Solihull like? Rounded shapes, so that pages show a true-looking place."""

from homeward.grammar.api import AgeBand, Mix, SyntheticPopulation
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD
from homeward_places.birmingham_solihull.population.backgrounds import BACKGROUNDS, STREETS
from homeward_places.birmingham_solihull.population.forms_and_plans import FORMS, PLAN
from homeward_places.birmingham_solihull.population.needs import NEEDS
from homeward_places.birmingham_solihull.population.staff import CITIZENS, CREWS, SIGN_INS

# A young city beside an older borough; women outlive men; one in nine of the oldest lives in a care home. Rounded from the
# general shape of the 2021 Census.
_AGES = (
    AgeBand(youngest=0, oldest=17, share=0.245, female=0.488),
    AgeBand(youngest=18, oldest=29, share=0.185, female=0.505),
    AgeBand(youngest=30, oldest=44, share=0.215, female=0.505),
    AgeBand(youngest=45, oldest=64, share=0.215, female=0.51),
    AgeBand(youngest=65, oldest=74, share=0.073, female=0.525, in_care_homes=0.006),
    AgeBand(youngest=75, oldest=84, share=0.047, female=0.555, in_care_homes=0.02),
    AgeBand(youngest=85, oldest=101, share=0.02, female=0.635, in_care_homes=0.11),
)

_BIRMINGHAM = Mix(
    area="E08000025",
    shares=(
        ("A", 0.43), ("B", 0.015), ("C", 0.043), ("G", 0.048), ("H", 0.058), ("J", 0.17), ("K", 0.042),
        ("L", 0.03), ("M", 0.039), ("N", 0.058), ("P", 0.012), ("R", 0.011), ("S", 0.044),
    ),
)  # fmt: skip
_SOLIHULL = Mix(
    area="E08000029",
    shares=(
        ("A", 0.775), ("B", 0.022), ("C", 0.028), ("G", 0.032), ("H", 0.047), ("J", 0.042), ("K", 0.006),
        ("L", 0.012), ("M", 0.012), ("N", 0.006), ("P", 0.003), ("R", 0.005), ("S", 0.01),
    ),
)  # fmt: skip

MADE_UP_PEOPLE = SyntheticPopulation(
    code="made-up-people",
    owner=BOARD,
    review_by=AUTUMN,
    registered=1_628_972,
    ages=_AGES,
    backgrounds=BACKGROUNDS,
    mixes=(_BIRMINGHAM, _SOLIHULL),
    needs=NEEDS,
    lately=60,
    urgent=40,
    strained=3,
    care_home="care-home",
    streets=STREETS,
    sign_ins=SIGN_INS,
    citizens=CITIZENS,
    crews=CREWS,
    forms=FORMS,
    plan=PLAN,
    source="Registered people: practice lists 2024. Ages and backgrounds: rounded by us from the general shape of the "
    "2021 Census, for made-up people only.",
)
