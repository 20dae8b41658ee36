"""Which hub teams own needs until a service takes them? East is live; the other five are planned."""

from homeward_places.birmingham_solihull.teams.team_rows import EVERYWHERE, HUB, NAMES, team

LOCALITY_HUBS = tuple(
    team(
        f"hub-{locality}",
        f"{NAMES[locality]} locality hub",
        "bchc",
        "hub",
        areas=(locality,),
        calendar="every-day-8-to-8",
        services=("locality-hub",),
        roles=HUB,
        hub=True,
        proposal=locality != "east",
    )
    for locality in EVERYWHERE
)

CARE_COORDINATION_CENTRE = team(
    "care-coordination-centre",
    "Care coordination centre",
    "bchc",
    "hub",
    calendar="every-day-8-to-8",
    services=("locality-hub",),
    roles=HUB,
    hub=True,
)

SINGLE_POINT_OF_ACCESS = team(
    "single-point-of-access",
    "Single point of access",
    "bchc",
    "hub",
    calendar="always",
    services=("locality-hub",),
    roles=HUB,
    hub=True,
    telephone="0300 555 1919",
)

TRANSFER_OF_CARE = team(
    "transfer-of-care-hub",
    "Transfer-of-care hub",
    "uhb",
    "hub",
    calendar="every-day-8-to-8",
    services=("transfer-of-care-hub",),
    roles=HUB,
    hub=True,
)
