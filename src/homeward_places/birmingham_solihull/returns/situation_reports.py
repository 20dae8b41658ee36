"""Which situation reports are asked of the partnership, by which definition?"""

from homeward.grammar.api import SituationReport
from homeward_places.birmingham_solihull.keepers import COMMUNITY, HOSPITALS, SPRING

URGENT_RESPONSE = SituationReport(
    code="urgent-response",
    title="Urgent community response, day by day",
    plain_words="Two-hour needs by the day they were received, and how many were seen in time.",
    about="response",
    measure="two-hour-response",
    definition="Two-hour needs in scope, by the day received. In time: first visit in person no later than 120 minutes after "
    "the referral was received. A need whose two hours have passed with no visit on record counts as late.",
    source="NHS England, urgent community response two-hour standard; technical data guidance",
    version="2020/21, updated 26 May 2021; 70% threshold of planning guidance 2022/23",
    owner=COMMUNITY,
    review_by=SPRING,
)
VIRTUAL_WARDS = SituationReport(
    code="virtual-wards",
    title="Virtual wards",
    plain_words="Places and people on each virtual ward, now.",
    about="virtual_ward",
    definition="People on the ward at the moment of asking, out of staffed places: places reported less places closed. "
    "Somebody who has gone to hospital and keeps their place is counted as on the ward.",
    source="NHS England, virtual wards operational framework",
    version="August 2024",
    owner=COMMUNITY,
    review_by=SPRING,
)
DISCHARGE = SituationReport(
    code="discharge",
    title="Ready to leave hospital",
    plain_words="People who no longer meet a reason to be in hospital, by hospital, way home and reason for waiting.",
    about="discharge",
    definition="Inpatients at the moment of asking whose latest look found no reason to reside, by hospital, by the pathway "
    "agreed (or recommended, where none is agreed) and by the reason recorded for the wait.",
    source="NHS England, acute daily discharge situation report; hospital discharge and community support guidance",
    version="As read in November 2026; the owner confirms the version in force",
    owner=HOSPITALS,
    review_by=SPRING,
)
