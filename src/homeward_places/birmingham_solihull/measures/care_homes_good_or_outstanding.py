"""What is counted as 'care homes rated good or outstanding'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import BIRMINGHAM_COUNCIL, SPRING

CARE_HOMES_GOOD_OR_OUTSTANDING = Measure(
    code="care-homes-good-or-outstanding",
    title="Care homes rated good or outstanding",
    number="M11",
    kind="share",
    question="How many care homes are rated good or outstanding?",
    definition="Care homes with a published rating, and whether it is good or outstanding; the same for their beds.",
    numerator="Homes rated good or outstanding",
    denominator="Homes with a rating",
    population="Care homes for adults in Birmingham and Solihull",
    clock_rule="The rating in force at the end of the month",
    exclusions=("Homes not yet rated",),
    source=ANNUAL_REPORT,
    definition_source="Care Quality Commission, published ratings",
    cannot_tell=(
        "How care is today: some ratings are years old",
        "Whether the good homes have room",
    ),
    waits_for="the Care Quality Commission's ratings, which no feed brings in yet",
    owner=BIRMINGHAM_COUNCIL,
    review_by=SPRING,
)
