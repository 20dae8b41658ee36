"""Which teams work at the hospital door, on virtual wards and in recovery beds?"""

from homeward_places.birmingham_solihull.teams.team_rows import NURSES, team

OPAL_QE = team(
    "opal-qe", "OPAL at Queen Elizabeth Hospital", "uhb", "ward",
    calendar="every-day-8-to-8", services=("opal-front-door",),
)
OPAL_HEARTLANDS = team(
    "opal-heartlands", "OPAL at Heartlands Hospital", "uhb", "ward",
    calendar="every-day-8-to-8", services=("opal-front-door",),
)
OPAL_GOOD_HOPE = team(
    "opal-good-hope", "OPAL at Good Hope Hospital", "uhb", "ward",
    calendar="every-day-8-to-8", services=("opal-front-door",),
)
# at which hospital it stands is not said in what we were given, so it names none: docs/decisions/2026-11-23-a-bed-beside-the-door.md
ASSESSMENT_AREA = team(
    "opad", "Older people’s assessment area (OPAD)", "uhb", "ward", calendar="always", services=("opad-beds",)
)
OPAL_PLUS = team(
    "opal-plus", "OPAL+ advice line", "uhb", "advice_line",
    calendar="every-day-8-to-8", services=("opal-plus-advice-line",), roles=("front-door-clinician",),
)
FRAILTY_VIRTUAL_WARD = team(
    "vw-frailty", "Frailty virtual ward", "bchc", "ward",
    calendar="every-day-8-to-8", services=("virtual-ward-frailty",), roles=(*NURSES, "ward-senior"),
)
RESPIRATORY_VIRTUAL_WARD = team(
    "vw-respiratory", "Respiratory virtual ward", "uhb", "ward",
    calendar="every-day-8-to-8", services=("virtual-ward-respiratory",), roles=(*NURSES, "ward-senior"),
)
RECOVERY_BEDS = team(
    "recovery-beds", "Early intervention recovery beds", "bchc", "ward",
    calendar="always", services=("recovery-beds",), roles=(*NURSES, "therapist"),
)
HOSPITAL_FLOW = tuple(
    team(f"flow-{code}", f"Ward and flow staff at {name}", "uhb", "ward", calendar="always", proposal=True)
    for code, name in (
        ("qe", "Queen Elizabeth Hospital"),
        ("heartlands", "Heartlands Hospital"),
        ("good-hope", "Good Hope Hospital"),
        ("solihull", "Solihull Hospital"),
    )
)
