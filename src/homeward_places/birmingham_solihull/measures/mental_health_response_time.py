"""What is counted as 'time to mental health response'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING

MENTAL_HEALTH_RESPONSE_TIME = Measure(
    code="mental-health-response-time",
    title="Time to mental health response",
    number="M35",
    kind="median",
    question="How long do older people wait for mental health liaison?",
    definition="The middle time from the request to the first contact of older adult liaison.",
    numerator="Hours from request to first contact",
    denominator="Requests answered",
    population="People for whom older adult mental health liaison was asked",
    clock_rule="From the moment the request was received to the first contact, by the declared clock; the waits of those not yet seen are shown as still too early",
    exclusions=("Requests that ended before anybody could answer",),
    unit="hours",
    source=ANNUAL_REPORT,
    definition_source="Local proposal: the declared clock",
    local_proposal=True,
    direction="down",
    cannot_tell=("Those still waiting: a middle of the answered is better than the truth while some wait",),
    waits_for="its rows, which are being written",
    clock="mental-health-response",
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
