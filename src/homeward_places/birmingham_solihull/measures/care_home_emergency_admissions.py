"""What is counted as 'emergency admissions from care homes'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

CARE_HOME_EMERGENCY_ADMISSIONS = Measure(
    code="care-home-emergency-admissions",
    title="Emergency admissions from care homes",
    number="M10",
    kind="rate",
    question="How often are people who live in care homes admitted to hospital in an emergency?",
    definition="Emergency admissions of people whose address is a registered care home, for each 1,000 days that its beds were occupied.",
    numerator="Emergency admissions of care home residents",
    denominator="Occupied bed days of care homes, in thousands",
    population="People living in care homes registered with the Care Quality Commission",
    clock_rule="Counted on the day of admission",
    exclusions=(
        "Planned admissions",
        "Moves between hospitals",
    ),
    unit="rate",
    per=1000,
    source=ANNUAL_REPORT,
    definition_source="Local proposal: address matched to the register by its property number",
    local_proposal=True,
    direction="down",
    chart="u",
    cannot_tell=(
        "Whether an admission could have been avoided",
        "How ill residents were: homes that take sicker people send more",
    ),
    waits_for="the days that beds were occupied in each home (Capacity Tracker), and homes matched to the regulator's register",
    owner=BOARD,
    review_by=SPRING,
)
