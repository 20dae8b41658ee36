"""How does a hub turn a need into the best-placed help?"""

from homeward.grammar.api import Move, Provider, Service, Stage
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING
from homeward_places.birmingham_solihull.services.shared_parts import (
    ACCEPTED,
    AT_HOME,
    AT_HOME_NOT_HOSPITAL,
    DECLINED,
    DIED,
    EVERYWHERE,
    FIRST_CONTACT,
    HANDED_ON,
    HELPED,
    NOT_NEEDED,
    NOT_STARTED,
    OTHER_TEAM,
    TO_HOSPITAL,
    ends,
)
from homeward_places.birmingham_solihull.teams.team_rows import EVERYWHERE as LOCALITIES

LOCALITY_HUB = Service(
    code="locality-hub",
    title="Locality hub and care coordination",
    plain_words="One team that listens, decides how soon help is needed, finds it, and stays with the need until someone has it.",
    providers=(
        *(Provider(team=f"hub-{locality}", areas=(locality,)) for locality in LOCALITIES),
        Provider(team="care-coordination-centre", areas=EVERYWHERE),
        Provider(team="single-point-of-access", areas=EVERYWHERE),
    ),
    needs_met=("not-sure", "stay-out-of-hospital", "many-needs"),
    eligibility=(),
    catchment=EVERYWHERE,
    calendar="always",
    urgencies=("two-hours", "four-hours", "same-day", "two-days", "one-week", "planned"),
    setting="home",
    capacity_kind="calls",
    capacity_shelf_life_hours=1,
    usual_first_visit_hours=0.3,
    stages=(
        ACCEPTED,
        Stage(code="coordinating", title="Coordinating", plain_words="The hub is bringing your help together."),
        HELPED,
        HANDED_ON,
        NOT_STARTED,
    ),
    moves=(
        Move(
            code="coordinate",
            title="Start coordinating",
            from_=("accepted",),
            to="coordinating",
            permission="episode.stage",
            on=(FIRST_CONTACT,),
        ),
        *ends(after=("coordinating",), before=("accepted",)),
    ),
    first_stage="accepted",
    final_stages=("helped", "handed-on", "not-started"),
    clocks=("hub-triage", "information-request"),
    outcomes=(AT_HOME, AT_HOME_NOT_HOSPITAL, OTHER_TEAM, TO_HOSPITAL, DIED, DECLINED, NOT_NEEDED),
    after_decline="single-point-of-access",
    csds_service_type="45",
    self_referral=True,
    hub=True,
    standard="One hub for each of six localities, day; single point of access, night: implementation plan 2024.",
    owner=COMMUNITY,
    review_by=SPRING,
)
