"""Which teams care for people at home, by locality? Their shape by locality is ours until each owner confirms it."""

from homeward_places.birmingham_solihull.teams.team_rows import BIRMINGHAM, EVERYWHERE, NAMES, NURSES, THERAPISTS, team

# Solihull's adult community services are provided by the hospitals trust.
COMMUNITY_PROVIDER = {locality: "bchc" for locality in BIRMINGHAM} | {"solihull": "uhb"}

URGENT_RESPONSE = tuple(
    team(
        f"ucr-{locality}",
        f"{NAMES[locality]} urgent community response",
        "bchc",
        "community",
        areas=(locality,),
        calendar="every-day-8-to-8",
        services=("urgent-community-response",),
        roles=NURSES,
        proposal=True,
    )
    for locality in EVERYWHERE
)

EARLY_INTERVENTION = tuple(
    team(
        f"eict-{locality}",
        f"{NAMES[locality]} early intervention community team",
        "bchc",
        "community",
        areas=(locality,),
        calendar="every-day-8-to-8",
        services=("early-intervention-community-team",),
        roles=THERAPISTS,
        proposal=True,
    )
    for locality in EVERYWHERE
)

DISTRICT_NURSING = tuple(
    team(
        f"dn-{locality}",
        f"{NAMES[locality]} district nursing",
        COMMUNITY_PROVIDER[locality],
        "community",
        areas=(locality,),
        calendar="always",
        services=("district-nursing",),
        roles=NURSES,
        proposal=True,
    )
    for locality in EVERYWHERE
)

THERAPIES = tuple(
    team(
        f"therapy-{locality}",
        f"{NAMES[locality]} community therapies",
        COMMUNITY_PROVIDER[locality],
        "community",
        areas=(locality,),
        calendar="weekdays-9-to-5",
        services=("community-therapies",),
        roles=THERAPISTS,
        proposal=True,
    )
    for locality in EVERYWHERE
)

NEIGHBOURHOOD = tuple(
    team(
        f"nt-{locality}",
        f"{NAMES[locality]} neighbourhood team",
        "bchc",
        "community",
        areas=(locality,),
        calendar="weekdays-9-to-5",
        services=("neighbourhood-team",),
        proposal=True,
    )
    for locality in EVERYWHERE
)
