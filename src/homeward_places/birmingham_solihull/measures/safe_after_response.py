"""What is counted as 'safe after help at home'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

SAFE_AFTER_RESPONSE = Measure(
    code="safe-after-response",
    title="Safe after help at home",
    kind="share",
    question="Are people who were helped at home safe a week later?",
    definition="People seen at home for a two-hour need, and whether they were admitted to hospital or died within 7 days.",
    numerator="Those who were neither admitted nor died within 7 days",
    denominator="People seen in person for a two-hour need",
    population="Everybody seen for a two-hour need, of any age",
    clock_rule="7 days of 24 hours from the first contact in person. Too early to say until they are over and a hospital has told of something later.",
    exclusions=("Needs that nobody saw in person",),
    source="Local proposal: the safety figure shown beside every avoided admission",
    definition_source="Local proposal",
    local_proposal=True,
    chart="p",
    cannot_tell=(
        "Whether a death was expected: every death counts against it",
        "Whether the admission was for the same thing",
        "Planned admissions that nobody marked as planned",
    ),
    waits_for="the day of death beside each referral",
    beside=("admissions-avoided",),
    owner=COMMUNITY,
    review_by=SPRING,
)
