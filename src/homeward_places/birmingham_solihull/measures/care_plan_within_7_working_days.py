"""What is counted as 'plan agreed within 7 working days of moving into a home'?"""

from homeward.grammar.api import Measure
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

CARE_PLAN_WITHIN_7_WORKING_DAYS = Measure(
    code="care-plan-within-7-working-days",
    title="Plan agreed within 7 working days of moving into a home",
    number="M13",
    kind="share",
    question="Do people who move into a care home, or come back to it, get their own plan in time?",
    definition="People who moved into a care home or came back from hospital, and whether a personalised care and support plan was agreed within 7 working days.",
    numerator="Those with a plan agreed by the 7th working day",
    denominator="Moves into a care home, and returns to it from hospital",
    population="People living in care homes registered with the Care Quality Commission",
    clock_rule="The day of moving in is day nought; weekends and bank holidays do not count; a return from hospital starts a new clock",
    exclusions=("People who died or left before the 7th working day",),
    target=100,
    target_words="Everybody",
    target_by="NHS England, enhanced health in care homes",
    source="NHS England, enhanced health in care homes framework, version 3",
    definition_source="NHS England, enhanced health in care homes framework, version 3",
    definition_version="Version 3 of the framework",
    cannot_tell=(
        "Whether the plan was followed",
        "Whether the person had a say in it: see plans in the person's own words",
    ),
    waits_for="the day on which somebody moved into a care home or came back to it: the record keeps where people live, not since when. Plans, and the days on which they were agreed, are there already",
    owner=COMMUNITY,
    review_by=SPRING,
)
