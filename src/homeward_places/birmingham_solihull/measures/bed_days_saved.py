"""What is counted as 'hospital bed days saved'?"""

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

BED_DAYS_SAVED = Measure(
    code="bed-days-saved",
    title="Hospital bed days saved",
    number="M7",
    kind="count",
    question="How many days in hospital did people not spend who would have spent them before?",
    definition="Sum, over the same kind of people, of the days they stayed before the programme less the days they stay now.",
    numerator="Days a stay lasted before, less days it lasts now, summed",
    denominator="None: a sum of days",
    population="Adults with complex needs who no longer needed an acute bed",
    clock_rule="From the discharge ready date to leaving, once a baseline exists by that same rule",
    unit="days",
    comparator="The same kind of people in the year before the programme began. A fall after a high year is partly the return to the usual (regression to the mean), so a comparison group is needed as well.",
    stated=(
        Stated(
            role="goal",
            words="77,000 days a year",
            value=77000.0,
            period="2020/21",
            definition="Days saved if complex patients stayed 3 days and not 12: at 9 days each, about 8,556 people",
            source=ANNUAL_REPORT,
        ),
        Stated(
            role="result",
            words="120,000 days a year",
            value=120000.0,
            period=RESULTS_YEAR,
            definition="Acute bed days saved annually, about 329 beds; against which stays is not said",
            source=ANNUAL_REPORT,
        ),
    ),
    not_comparable="The goal is 9 days for each of about 8,556 people. The result says neither for whom nor against what, and 3.4 to 3.1 days for each person cannot make 120,000. The report itself says that the pandemic and the new discharge rules of 2020 skewed what the goals were set for.",
    source=ANNUAL_REPORT,
    definition_source="Local proposal: same cohort, same rule, baseline stated before counting",
    local_proposal=True,
    cannot_tell=(
        "Whether the days were saved by the programme: stays changed everywhere in 2020",
        "Whether the same days were spent in another bed",
    ),
    waits_for="a baseline: how long the same kind of people stayed before the programme, counted by the same rule. No source gives one, and none is made up here",
    beside=("discharge-delay",),
    owner=HOSPITALS,
    review_by=SPRING,
)
