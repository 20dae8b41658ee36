"""How do people get home from the cottage hospital?"""

from homeward.grammar.api import (
    BedOutcome,
    Before,
    Destination,
    DischargePolicy,
    HandBack,
    Hospital,
    Pathway,
    RecoveryBeds,
    Step,
    Told,
    Ward,
)
from tests.places.millbrook import OWNER, REVIEW

COTTAGE = Hospital(
    code="cottage",
    name="Cottage Hospital",
    organisation="mill-hospital",
    flow_team="cottage-ward",
    hub="town-desk",
    wards=(Ward(code="rose", name="Rose"), Ward(code="fern", name="Fern", known_as=("FRN",))),
    owner=OWNER,
    review_by=REVIEW,
)
MILL_BEDS = RecoveryBeds(
    code="mill-house", name="Mill House", organisation="mill-trust", team="cottage-ward", beds=4, offer=("A walk a day",),
    owner=OWNER, review_by=REVIEW,
)  # fmt: skip
WAY_HOME = DischargePolicy(
    code="way-home",
    title="The way home",
    criteria=(Told(code="drip", title="Needs a drip"), Told(code="faint", title="Is faint")),
    areas_of_need=(Told(code="legs", title="Walking"), Told(code="kitchen", title="Cooking")),
    prescribing=("four calls",),
    pathways=(
        Pathway(code="a", title="A straight home", plain_words="Home.", place="home", steps=(Step(code="coat", title="Find their coat", owner="ward", within_hours=2),)),
        Pathway(
            code="b", title="B home with company", plain_words="Home, with somebody.", place="home_with_support", share=0.4,
            steps=(Step(code="company", title="Find company", owner="hub", within_hours=12), Step(code="nurse", title="Tell the nurse", owner="town-nurses", within_hours=6)),
        ),
        Pathway(code="c", title="C a bed at the mill", plain_words="A bed.", place="bed"),
    ),
    why_otherwise=(Told(code="nobody-free", title="Nobody was free"), Told(code="other", title="Other", asks_for_words=True)),
    delays=(Told(code="no-cart", title="No cart"), Told(code="no-company", title="Nobody free")),
    methods=(Told(code="walked-in", title="Walked in"), Told(code="not-known", title="Not known")),
    destinations=(
        Destination(code="home", title="Home", kind="home"),
        Destination(code="mill", title="Mill House", kind="community_bed"),
        Destination(code="died", title="Died", kind="died", known_as=("exp",)),
    ),
    home_care="company",
    recovery="cottage-beds",
    why_handed_back=(HandBack(code="cannot", title="Cannot any more"), HandBack(code="moved", title="They moved away", hours_free=True)),
    bed_outcomes=(BedOutcome(code="better", title="Better"), BedOutcome(code="gone", title="Died", died=True)),
    before=Before(
        days=9, title="Before the cart", definition="Mean days of those who waited for a cart", period="The year of the flood",
        source="The parish book", pathways=("b",), warning="It was a bad year, and bad years end (regression to the mean).",
        cannot_tell=("How long this person would have waited",),
    ),
    follow_up_answers=(Destination(code="home", title="Home", kind="home"), Destination(code="unknown", title="Not known", kind="other")),
    owner=OWNER,
    review_by=REVIEW,
)  # fmt: skip
