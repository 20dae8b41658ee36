"""By which words and limits does somebody get home from hospital?

Criteria to reside and the four pathways follow the national hospital discharge guidance (January 2024), in our words;
reasons for delay follow its groups (hospital, transfer hub, interface, capacity, the person's own wishes). The shares are the
planning mix for people of 65 and over. Hours for the steps are a local proposal.
"""

from homeward.grammar.api import DischargePolicy, Pathway, Step, Told
from homeward_places.birmingham_solihull.discharge.before import TWELVE_DAYS
from homeward_places.birmingham_solihull.discharge.endings import (
    BED_OUTCOMES,
    DESTINATIONS,
    FOLLOW_UP_ANSWERS,
    WHY_HANDED_BACK,
)
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

CRITERIA = (
    Told(code="intensive-care", title="Needs intensive or high-dependency care"),
    Told(code="oxygen", title="Needs oxygen or help with breathing"),
    Told(code="iv-fluids", title="Needs fluids into a vein"),
    Told(code="news2-over-3", title="NEWS2 is more than 3"),
    Told(code="less-conscious", title="Is less conscious than usual, and could go home otherwise"),
    Told(code="acute-impairment", title="Has lost function in a way that care outside cannot meet"),
    Told(code="last-hours", title="Is in the last hours of life"),
    Told(code="iv-medicines", title="Needs medicines into a vein more than twice a day"),
    Told(code="lower-limb-surgery", title="Had surgery of the lower limb less than 48 hours ago"),
    Told(code="trunk-surgery", title="Had surgery of the chest, belly or pelvis less than 72 hours ago"),
    Told(code="invasive-procedure", title="Had an invasive procedure less than 24 hours ago and could become unwell"),
)
AREAS_OF_NEED = (
    Told(code="moving", title="Moving about"),
    Told(code="washing", title="Washing and dressing"),
    Told(code="eating", title="Eating and drinking"),
    Told(code="toilet", title="Using the toilet"),
    Told(code="night", title="At night"),
    Told(code="medicines", title="Taking medicines"),
    Told(code="mind", title="Memory, mood and understanding"),
    Told(code="home", title="The home and who is in it"),
    Told(code="carer", title="The carer, and what they can go on doing"),
    Told(code="wishes", title="What the person wants"),
)
PRESCRIBING = (
    "package of care", "poc ", "qds", "tds", "double-handed", "double handed", "needs a care home", "needs placement",
    "nursing home placement", "residential placement", "24 hour care", "24-hour care",
)  # fmt: skip
_MEDICINES = Step(
    code="medicines-and-letter", title="Medicines to take home and the discharge letter", owner="ward", within_hours=4
)
_TRANSPORT = Step(code="transport", title="Agree how they travel and when", owner="ward", within_hours=4)
_FAMILY = Step(
    code="family-told", title="Tell the person and their family the plan and the day", owner="ward", within_hours=4
)
PATHWAYS = (
    Pathway(
        code="p0", title="P0 home, no new support", place="home", share=0.50,
        plain_words="Home, or back to the care home they live in, with no more help than before.",
        steps=(_MEDICINES, _TRANSPORT, _FAMILY),
    ),
    Pathway(
        code="p1", title="P1 home with support", place="home_with_support", share=0.45,
        plain_words="Home, with care and therapy that starts the day they get there.",
        steps=(
            Step(code="needs-described", title="Describe what they need at home", owner="ward", within_hours=4),
            Step(code="home-care-found", title="Find home care that can start", owner="hub", within_hours=24, done_when="home_care_agreed"),
            _MEDICINES, _TRANSPORT, _FAMILY,
        ),
    ),
    Pathway(
        code="p2", title="P2 recovery bed, then home", place="bed", share=0.04,
        plain_words="A bed for recovery for a short while, because home is not yet safe.",
        steps=(
            Step(code="home-first-looked-at", title="Write down why home with support is not yet safe", owner="ward", within_hours=4),
            Step(code="bed-found", title="Find a recovery bed", owner="hub", within_hours=24, done_when="bed_booked"),
            _MEDICINES, _TRANSPORT, _FAMILY,
        ),
    ),
    Pathway(
        code="p3", title="P3 round-the-clock care", place="long_term_care", share=0.01,
        plain_words="A care home, for a few people with the greatest needs. Not decided for good in hospital.",
        steps=(
            Step(code="social-worker-named", title="Name the social worker and meet the family", owner="sw-birmingham", within_hours=24),
            Step(code="home-found", title="Find a care home that can take them", owner="hub", within_hours=72),
            _MEDICINES, _TRANSPORT, _FAMILY,
        ),
    ),
)  # fmt: skip
WHY_OTHERWISE = (
    Told(code="no-home-care", title="Home care could not be found in time"),
    Told(code="no-recovery-bed", title="No recovery bed could be found in time"),
    Told(code="person-chose", title="The person chose otherwise", asks_for_words=True),
    Told(code="family-could-not", title="The family could not do what was hoped", asks_for_words=True),
    Told(code="needs-changed", title="The needs changed after the recommendation"),
    Told(code="home-not-fit", title="The home was not fit to go back to", asks_for_words=True),
    Told(code="other", title="Another reason", asks_for_words=True),
)
DELAYS = (
    Told(code="waiting-for-medicines", title="Waiting for medicines or the letter"),
    Told(code="waiting-for-ward-round", title="Waiting for a ward round or a decision"),
    Told(code="waiting-for-test", title="Waiting for a test or its result"),
    Told(code="waiting-for-therapy", title="Waiting for a therapy assessment"),
    Told(code="waiting-for-transport", title="Waiting for transport"),
    Told(code="hub-has-not-decided", title="The transfer-of-care hub has not yet agreed the pathway"),
    Told(code="no-home-care-capacity", title="No home care is free"),
    Told(code="no-recovery-bed", title="No recovery bed is free"),
    Told(code="no-care-home", title="No care home has offered a place"),
    Told(code="care-home-has-not-assessed", title="The care home has not assessed"),
    Told(code="equipment-or-home", title="Equipment, keys, heating or cleaning at home"),
    Told(code="person-or-family-disagrees", title="The person or family does not agree yet", asks_for_words=True),
    Told(code="capacity-or-safeguarding", title="A decision about capacity or safeguarding"),
    Told(code="no-home-to-go-to", title="No home to go to"),
    Told(code="outbreak", title="An infection on the ward or where they are going"),
)
METHODS = (
    Told(code="emergency", title="Emergency"),
    Told(code="planned", title="Planned"),
    Told(code="transfer", title="From another hospital"),
    Told(code="not-known", title="Not known"),
)
HOME_FIRST = DischargePolicy(
    code="home-first",
    title="Home first: discharge to assess",
    criteria=CRITERIA,
    areas_of_need=AREAS_OF_NEED,
    prescribing=PRESCRIBING,
    pathways=PATHWAYS,
    why_otherwise=WHY_OTHERWISE,
    delays=DELAYS,
    methods=METHODS,
    destinations=DESTINATIONS,
    home_care="home-care",
    recovery="recovery-beds",
    why_handed_back=WHY_HANDED_BACK,
    bed_outcomes=BED_OUTCOMES,
    follow_up_answers=FOLLOW_UP_ANSWERS,
    before=TWELVE_DAYS,
    owner=HOSPITALS,
    review_by=SPRING,
)
