"""What is counted as 'less care needed'?"""

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CARE_NEED_REDUCTION = Measure(
    code="care-need-reduction",
    title="Less care needed",
    number="M5",
    kind="mean",
    question="After help to recover, how many hours of paid care a week fewer do people need?",
    definition="Mean of the weekly hours of paid care at the start less the hours at the end, for help that has ended with both written down.",
    numerator="Weekly hours at the start less weekly hours at the end",
    denominator="Help at home that ended in the period with both recorded",
    population="People who had home care to recover, of any age",
    clock_rule="Counted on the London day on which the help ended",
    exclusions=("Requests that never began",),
    unit="hours",
    stated=(
        Stated(
            role="goal",
            words="6 hours a week less",
            value=6.0,
            period="2020/21",
            definition="Hours of care a week fewer, on average; start and end points are not said",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="6.8 hours a week less",
            value=6.8,
            period=RESULTS_YEAR,
            definition="Ongoing care needs reduced, hours a week on average; for whom, and how many had both measured, is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="Goal and result may count different people: neither says how many had their hours measured at both ends. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source=ANNUAL_REPORT,
    definition_source="Redefined: both ends recorded, and the share captured shown beside",
    local_proposal=True,
    cannot_tell=(
        "Anything about people whose hours were not written down at the end: read the share captured first",
        "Whether the person got better, or less care was to be had",
    ),
    waits_for="a table of home care with its hours at both ends",
    beside=("still-home-91-days",),
    owner=COMMUNITY,
    review_by=SPRING,
)
