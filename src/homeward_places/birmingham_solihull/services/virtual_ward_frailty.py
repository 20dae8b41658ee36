"""How does the frailty virtual ward give hospital care at home?"""

from homeward.grammar.api import Criterion, Move, Provider, Service, Stage, Test
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.services.shared_parts import (
    ACCEPTED,
    ADULT,
    EVERYWHERE,
    FIRST_CONTACT,
    HANDED_ON,
    HELPED,
    LIFE_IN_DANGER,
    NOT_EMERGENCY_SCORE,
    NOT_STARTED,
    USUAL_OUTCOMES,
    ends,
)

VIRTUAL_WARD_FRAILTY = Service(
    code="virtual-ward-frailty",
    title="Frailty virtual ward",
    plain_words="Hospital care at home, with a review every day, for people living with frailty.",
    providers=(Provider(team="vw-frailty", areas=EVERYWHERE),),
    needs_met=("hospital-care-at-home", "frailty-worse", "sudden-confusion", "home-after-hospital"),
    eligibility=(
        ADULT,
        Criterion(
            code="frail",
            words="Clinical frailty number is 5 or more",
            against="Clinical frailty number is under 5",
            test=Test(fact="clinical-frailty", is_="at_least", value=5),
        ),
        Criterion(
            code="agrees-to-home",
            words="Has agreed to be cared for at home",
            against="Has not agreed to be cared for at home",
            test=Test(fact="agrees-to-home-care", is_="true"),
        ),
        LIFE_IN_DANGER,
        NOT_EMERGENCY_SCORE,
    ),
    catchment=EVERYWHERE,
    calendar="every-day-8-to-8",
    urgencies=("two-hours", "same-day", "two-days"),
    setting="home",
    capacity_kind="places",
    capacity_shelf_life_hours=12,
    pathways=("p1",),
    usual_first_visit_hours=6,
    stages=(
        ACCEPTED,
        Stage(
            code="on-ward",
            title="On the virtual ward",
            plain_words="You are looked after at home as if in hospital, every day.",
        ),
        HELPED,
        HANDED_ON,
        NOT_STARTED,
    ),
    moves=(
        Move(
            code="admit",
            title="Join the virtual ward",
            from_=("accepted",),
            to="on-ward",
            permission="visit.record_contact",
            asks=("virtual-ward-admission",),
            on=(FIRST_CONTACT,),
        ),
        *ends(after=("on-ward",), before=("accepted",), asks=("virtual-ward-review",)),
    ),
    first_stage="accepted",
    final_stages=("helped", "handed-on", "not-started"),
    clocks=("virtual-ward-daily-review", "virtual-ward-stay", "team-acceptance"),
    questionnaires=("virtual-ward-admission", "virtual-ward-review"),
    outcomes=USUAL_OUTCOMES,
    after_decline="care-coordination-centre",
    csds_service_type="53",
    measures=("frailty-virtual-ward-use",),
    standard="At least 12 staffed hours a day under a named senior clinician: NHS England virtual wards operational framework.",
    owner=COMMUNITY,
    review_by=SPRING,
)
