"""What is counted as 'where early intervention reaches'?"""

from homeward.grammar.api import Measure, Stated
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT, RESULTS_YEAR
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

PROGRAMME_REACH = Measure(
    code="programme-reach",
    title="Where early intervention reaches",
    number="M8",
    kind="count",
    question="How many hospitals, recovery sites, localities and teams does home-first care reach?",
    definition="Hospitals, sites of recovery beds, localities and teams with at least one person in their care, each counted once, on the day it was last active.",
    numerator="Hospitals, recovery sites, localities and teams active in the period",
    denominator="None: a count",
    population="Hospitals, sites, localities and teams of the place",
    clock_rule="Each is counted on the day it last had somebody: a period that ends today counts everything active in it",
    unit="count",
    stated=(
        Stated(
            role="result",
            words="3 hospitals, 5 community bed sites, 5 localities and more than 20 teams",
            value=None,
            period=RESULTS_YEAR,
            definition="Places and teams that the results had touched",
            source=ANNUAL_REPORT,
        ),
    ),
    source=ANNUAL_REPORT,
    definition_source="Local proposal",
    local_proposal=True,
    direction="neutral",
    cannot_tell=(
        "Whether care is good there, or much of it",
        "Reach in a past period: a team still active is counted now, not then",
    ),
    waits_for="the tables of stays in hospital and in recovery beds",
    owner=BOARD,
    review_by=SPRING,
)
