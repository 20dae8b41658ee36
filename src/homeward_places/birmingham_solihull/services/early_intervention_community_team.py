"""How does the early intervention community team help a person recover at home?"""

from homeward.grammar.api import Criterion, Move, Provider, Service, Test
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.services.shared_parts import (
    ACCEPTED,
    ADULT,
    EVERYWHERE,
    FIRST_CONTACT,
    HANDED_ON,
    HELPED,
    HELPING,
    KNOWN_TO_TEAM,
    LIFE_IN_DANGER,
    NOT_STARTED,
    SEEN,
    USUAL_OUTCOMES,
    ends,
)
from homeward_places.birmingham_solihull.teams.team_rows import EVERYWHERE as LOCALITIES

EARLY_INTERVENTION_COMMUNITY_TEAM = Service(
    code="early-intervention-community-team",
    title="Early intervention community team",
    plain_words="Therapists, nurses and social workers who help you get back on your feet at home, for up to 6 weeks.",
    providers=tuple(Provider(team=f"eict-{locality}", areas=(locality,)) for locality in LOCALITIES),
    needs_met=("recovery-at-home", "home-after-hospital", "less-able", "frailty-worse", "fall", "carer-cannot-go-on"),
    eligibility=(
        ADULT,
        Criterion(
            code="can-go-home",
            words="Is at home, or is ready to leave hospital",
            against="Is somewhere the team cannot visit",
            test=Test(fact="where-now", is_="in", value=("home", "care-home", "with-crew", "hospital")),
        ),
        LIFE_IN_DANGER,
        KNOWN_TO_TEAM,
    ),
    catchment=EVERYWHERE,
    calendar="every-day-8-to-8",
    urgencies=("same-day", "two-days", "one-week"),
    setting="home",
    capacity_kind="places",
    capacity_shelf_life_hours=12,
    pathways=("p1",),
    usual_first_visit_hours=24,
    stages=(ACCEPTED, SEEN, HELPING, HELPED, HANDED_ON, NOT_STARTED),
    moves=(
        Move(
            code="see",
            title="Record the first contact",
            from_=("accepted",),
            to="seen",
            permission="visit.record_contact",
            asks=("first-visit",),
            on=(FIRST_CONTACT,),
        ),
        Move(
            code="agree-plan",
            title="Agree the plan",
            from_=("seen",),
            to="helping",
            permission="episode.stage",
            asks=("recovery-goals",),
        ),
        *ends(after=("seen", "helping"), before=("accepted",), asks=("recovery-end",)),
    ),
    first_stage="accepted",
    final_stages=("helped", "handed-on", "not-started"),
    clocks=("two-day-contact", "six-weeks-of-recovery", "team-acceptance"),
    questionnaires=("first-visit", "recovery-goals", "recovery-end"),
    outcomes=USUAL_OUTCOMES,
    after_decline="care-coordination-centre",
    csds_service_type="52",
    measures=("care-need-reduction", "recovery-referrals"),
    standard="Up to six weeks free of charge: Care and Support Regulations 2014.",
    owner=COMMUNITY,
    review_by=SPRING,
)
