"""What is counted as 'call before convey'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import PLAN
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CALL_BEFORE_CONVEY = Measure(
    code="call-before-convey",
    title="Call before convey",
    number="M20",
    kind="share",
    question="Do ambulance crews ring a senior clinician before they take an older person to hospital?",
    definition="Incidents where the rule says that the crew rings first, and whether it rang.",
    numerator="Eligible incidents with a call",
    denominator="Eligible incidents: calls from crews about eligible people, and eligible people who were brought to a door without a call",
    population="People whom an ambulance crew attended and whom the place's rule covers: 65 and over, life not in danger",
    clock_rule="Counted on the day the call was answered, or the person arrived at the door",
    exclusions=(
        "Incidents where age or signs of danger were not known, so that nobody can say whether the rule applied",
    ),
    source=PLAN,
    definition_source="Local proposal; the plan names the aim and no rule",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "How many eligible people were left at home without a call: their crews neither rang nor reached a door",
        "Whether the call changed anything",
    ),
    waits_for="a table of what was meant, decided and found at the lines and doors",
    clock="call-answered",
    beside=(
        "not-conveyed-safely",
        "safe-after-response",
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
