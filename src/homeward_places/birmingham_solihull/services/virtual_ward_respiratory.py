"""How does the respiratory virtual ward give hospital care at home?"""

from homeward.grammar.api import AnyOf, Criterion, Move, Provider, Service, Stage, Test
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
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

VIRTUAL_WARD_RESPIRATORY = Service(
    code="virtual-ward-respiratory",
    title="Respiratory virtual ward",
    plain_words="Hospital care at home, with a review every day, when your breathing is worse.",
    providers=(Provider(team="vw-respiratory", areas=EVERYWHERE),),
    needs_met=("hospital-care-at-home", "breathlessness", "home-after-hospital"),
    eligibility=(
        ADULT,
        Criterion(
            code="breathing",
            words="Breathing is the main problem",
            against="Breathing is not the main problem",
            test=AnyOf(
                parts=(
                    Test(fact="need", is_="is", value="breathlessness"),
                    Test(fact="main-problem", is_="is", value="breathing"),
                )
            ),
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
    also_recorded=("observations",),
    outcomes=USUAL_OUTCOMES,
    after_decline="care-coordination-centre",
    csds_service_type="53",
    standard="At least 12 staffed hours a day under a named senior clinician: NHS England virtual wards operational framework.",
    owner=HOSPITALS,
    review_by=SPRING,
)
