"""What is counted as 'still at home 91 days later'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

STILL_HOME_91_DAYS = Measure(
    code="still-home-91-days",
    title="Still at home 91 days later",
    number="M2",
    kind="share",
    question="Are people who left hospital for recovery still at home three months later?",
    definition="People whom the hub was to find out about 91 days after they left, and where they were.",
    numerator="Those found at home",
    denominator="All whose 91st day has come, those who could not be found out and those who died among them",
    population="People who left hospital or a recovery bed with help to recover",
    clock_rule="The 91st day after the London day on which they left",
    exclusions=("Nobody: a person who has died or could not be found was not found at home",),
    source=ANNUAL_REPORT,
    definition_source="As the former adult social care indicator on reablement after discharge (ASCOF 2B), which counted those of 65 and over; here any age. From working knowledge, to be confirmed by the owner",
    chart="p",
    cannot_tell=(
        "How well they live at home",
        "Where those are whom nobody could find",
    ),
    waits_for="a table of what was found after 91 days",
    beside=("home-not-long-term-care",),
    owner=COMMUNITY,
    review_by=SPRING,
)
