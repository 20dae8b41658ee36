"""Which care home stands in for all of them in the demonstration? None that is real: a deployer declares its own."""

from homeward.grammar.api import Organisation, Team
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD
from homeward_places.birmingham_solihull.organisations.statutory import KNOWN_FROM

HOME = Organisation(
    code="made-up-home",
    name="Larch House (made up for the demonstration)",
    kind="care_home_provider",
    valid_from=KNOWN_FROM,
    owner=BOARD,
    review_by=AUTUMN,
)
STAFF = Team(
    code="made-up-home-team",
    name="Larch House (made up)",
    organisation=HOME.code,
    kind="social_care",
    areas=("east",),
    calendar="always",
    owner=BOARD,
    review_by=AUTUMN,
)
