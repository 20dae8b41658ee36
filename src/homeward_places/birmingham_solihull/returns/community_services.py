"""How is the Community Services Data Set made here: for whom, by when, in which national codes?"""

from homeward.grammar.api import NationalCode, NationalReturn, Window
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

# PRIORITY TYPE CODE: 1 routine, 2 urgent (NHS Data Dictionary, June 2026).
PRIORITIES = {
    "two-hours": "2", "four-hours": "2", "same-day": "2", "two-days": "2", "one-week": "1", "planned": "1",
}  # fmt: skip
# ACTIVITY LOCATION TYPE CODE: A01 the person's home. Other places wait until each is told apart by its code.
LOCATIONS = {"home": "A01"}

COMMUNITY_SERVICES = NationalReturn(
    code="csds",
    title="Community Services Data Set",
    plain_words="Every referral to a community service, what was done and when, person by person, each month.",
    data_set="csds-1.6",
    standard="DAPB1069 version 1.6, for data from 1 January 2023",
    source="NHS England, CSDS v1.6 technical output specification 1.6.10 and user guidance 1.9",
    providers=("bchc", "uhb", "bsmhft"),
    commissioner="bsol-15e",
    windows=(
        Window(kind="provisional", title="Provisional (primary)", months_after=1),
        Window(kind="final", title="Final (refresh)", months_after=2),
    ),
    codes=(
        *(NationalCode(item="Priority_Type", ours=ours, national=code) for ours, code in PRIORITIES.items()),
        *(NationalCode(item="Activity_LocationType", ours=ours, national=code) for ours, code in LOCATIONS.items()),
    ),
    still_needed=(
        "An account on the national collection service (SDCS Cloud) for each provider.",
        "The published intermediate database, or the published XML schema: both come under licence from NHS England’s "
        "TRUD. These files have their table and column names, and are loaded into it unchanged.",
        "The national code lists for source of referral, reason for referral, closing and onward referral, and how "
        "this place’s own words match them: written in the declaration of this return.",
        "The closing days of each window, from the calendar NHS England publishes: until they are written here, the last "
        "working day of the month is taken.",
    ),
    owner=BOARD,
    review_by=SPRING,
)
