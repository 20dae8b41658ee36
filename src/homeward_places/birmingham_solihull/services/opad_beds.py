"""How is an older person helped in a bed of the assessment area beside the front door?

Twelve beds, day and night, say public pages. At which hospital is not said in what we hold, so no site is declared:
the three doors may give them until the owner says otherwise. The aim of 72 hours is a local proposal (`front_doors`).
"""

from homeward.grammar.api import Move, Outcome, Provider, Service, Stage
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING
from homeward_places.birmingham_solihull.services.shared_parts import (
    ACCEPTED,
    DIED,
    EVERYWHERE,
    FIRST_VISIT,
    HANDED_ON,
    HELPED,
    HELPING,
    LIFE_IN_DANGER,
    NOT_NEEDED,
    NOT_STARTED,
    OLDER_ADULT,
    OTHER_TEAM,
    TO_HOSPITAL,
    ends,
)

OPAD_BEDS = Service(
    code="opad-beds",
    title="Older people’s assessment area beds (OPAD)",
    plain_words="A bed beside the emergency department where a team for older people looks after you for a day or two, so that you can go home.",
    providers=(Provider(team="opad", areas=EVERYWHERE),),
    needs_met=(),
    eligibility=(OLDER_ADULT, LIFE_IN_DANGER),
    catchment=EVERYWHERE,
    calendar="always",
    urgencies=("same-day",),
    setting="hospital",
    capacity_kind="beds",
    capacity_shelf_life_hours=4,
    units=12,
    stages=(
        ACCEPTED,
        Stage(code="in-bed", title="In the assessment area", plain_words="You have come to a bed in the assessment area."),
        HELPING,
        HELPED,
        HANDED_ON,
        NOT_STARTED,
    ),
    moves=(
        Move(
            code="arrive",
            title="Record arriving",
            from_=("accepted",),
            to="in-bed",
            permission="visit.record_contact",
            on=(FIRST_VISIT,),
        ),
        Move(code="agree-plan", title="Agree the plan", from_=("in-bed",), to="helping", permission="episode.stage"),
        *ends(after=("in-bed", "helping"), before=("accepted",)),
    ),
    first_stage="accepted",
    final_stages=("helped", "handed-on", "not-started"),
    clocks=(),
    outcomes=(
        Outcome(code="went-home", title="Went home", stage="helped", at_home=True),
        OTHER_TEAM,
        TO_HOSPITAL,
        DIED,
        NOT_NEEDED,
    ),
    after_decline="transfer-of-care-hub",
    standard="12 beds, 24 hours a day: hospital trust’s public pages. At which hospital is not known to us.",
    owner=HOSPITALS,
    review_by=SPRING,
)
