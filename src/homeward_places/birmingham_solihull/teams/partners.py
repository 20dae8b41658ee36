"""Which mental health, social care, hospice, voluntary, ambulance and office teams are partners in the work?"""

from homeward_places.birmingham_solihull.teams.team_rows import BIRMINGHAM, team

OLDER_ADULT_LIAISON = team(
    "oa-liaison", "Older adult mental health liaison", "bsmhft", "mental_health",
    calendar="weekdays-9-to-5", services=("older-adult-mental-health-liaison",),
)
SOCIAL_WORK_BIRMINGHAM = team(
    "sw-birmingham", "Birmingham adult social work", "birmingham-city-council", "social_care",
    areas=BIRMINGHAM, calendar="weekdays-9-to-5", services=("social-work",),
)
SOCIAL_WORK_SOLIHULL = team(
    "sw-solihull", "Solihull adult social work", "solihull-council", "social_care",
    areas=("solihull",), calendar="weekdays-9-to-5", services=("social-work",),
)
HOME_CARE_BIRMINGHAM = team(
    "home-care-birmingham", "Birmingham home care brokerage", "birmingham-city-council", "social_care",
    areas=BIRMINGHAM, calendar="every-day-8-to-8", services=("home-care",), proposal=True,
)
HOME_CARE_SOLIHULL = team(
    "home-care-solihull", "Solihull home care brokerage", "solihull-council", "social_care",
    areas=("solihull",), calendar="every-day-8-to-8", services=("home-care",), proposal=True,
)
NETWORK_LINK_WORKERS = team(
    "nns-birmingham", "Neighbourhood network link workers", "bvsc", "voluntary",
    areas=BIRMINGHAM, calendar="weekdays-9-to-5", services=("neighbourhood-network",),
)
PALLIATIVE_URGENT_RESPONSE = team(
    "spur", "Specialist palliative urgent response", "birmingham-hospice", "community",
    calendar="always", services=("specialist-palliative-urgent-response",),
)
AMBULANCE_CREWS = team("wmas-crews", "Ambulance crews", "wmas", "primary_care", calendar="always")
PLACE_OFFICE = team(
    "place-office", "Partnership office", "bsol-icb", "primary_care", calendar="weekdays-9-to-5", proposal=True
)
