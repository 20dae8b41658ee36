"""What is counted as 'vacant posts in care homes'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

CARE_WORKFORCE_VACANCIES = Measure(
    code="care-workforce-vacancies",
    title="Vacant posts in care homes",
    number="M12",
    kind="share",
    question="How many posts in care homes stand empty?",
    definition="Posts in care homes for adults, and whether each is vacant; turnover and closing beds are told beside it.",
    numerator="Vacant posts",
    denominator="All posts",
    population="Posts in care homes for adults in Birmingham and Solihull",
    clock_rule="As homes report it in the monthly window",
    exclusions=("Homes that did not report in the window",),
    source=ANNUAL_REPORT,
    definition_source="Capacity Tracker and Adult Social Care Workforce Data Set",
    definition_version="Capacity Tracker: formal notice of April 2024; that of the workforce data set is not known here",
    direction="down",
    cannot_tell=(
        "How much agency staff fills the gap",
        "Which home is about to close",
    ),
    waits_for="workforce returns from homes (Capacity Tracker), which no feed brings in yet",
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
