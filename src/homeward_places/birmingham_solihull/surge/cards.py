"""What is done at each level, step by step, and by whom? Ours until the teams on them confirm it."""

from homeward.grammar.api import ActionCard, CardStep, SurgeUnits
from homeward_places.birmingham_solihull.keepers import BOARD, COMMUNITY, SPRING

LOOK_AGAIN = ActionCard(
    code="look-again-at-beds",
    title="Look again at every recovery bed",
    plain_words="Free the beds that people are ready to leave.",
    triggers=("recovery-beds-free",),
    level=2,
    steps=(
        CardStep(code="say-when", words="Say for every bed when the person is likely to leave", team="recovery-beds"),
        CardStep(code="name-what-holds", words="Name what holds up each person who could go today", team="recovery-beds"),
        CardStep(code="clear-it", words="Clear those holdups, or pass them to somebody who can, by noon", team="transfer-of-care-hub"),
    ),
    proposal=True,
    owner=COMMUNITY,
    review_by=SPRING,
)  # fmt: skip
MORE_BEDS = ActionCard(
    code="open-six-more-beds",
    title="Open six more recovery beds",
    plain_words="Open the winter bay while more people need a bed than there are beds.",
    triggers=("recovery-beds-free",),
    level=3,
    steps=(
        CardStep(code="staff", words="Find the nurse and the therapist for the bay", team="recovery-beds"),
        CardStep(code="make-ready", words="Make the bay ready and report it open", team="recovery-beds"),
        CardStep(code="tell-wards", words="Tell the wards which people can come today", team="transfer-of-care-hub"),
    ),
    opens=(SurgeUnits(service="recovery-beds", team="recovery-beds", count=6),),
    proposal=True,
    owner=COMMUNITY,
    review_by=SPRING,
)
SHARE_VISITS = ActionCard(
    code="share-urgent-visits",
    title="Share urgent visits between localities",
    plain_words="Teams with room take visits for teams without.",
    triggers=("urgent-response-taken", "home-first-waiting"),
    level=3,
    steps=(
        CardStep(code="confirm", words="Confirm every urgent response number in the last hour", team="care-coordination-centre"),
        CardStep(code="offer", words="Offer visits across the boundary, nearest team first", team="care-coordination-centre"),
        CardStep(code="extra-shift", words="Ask for an extra evening shift", team="ucr-east"),
    ),
    opens=(SurgeUnits(service="urgent-community-response", team="ucr-east", count=4),),
    proposal=True,
    owner=COMMUNITY,
    review_by=SPRING,
)
STEP_DOWN = ActionCard(
    code="step-down-virtual-wards",
    title="Step people down from the virtual wards",
    plain_words="A senior looks at everybody who could do with less.",
    triggers=("virtual-wards-taken",),
    level=3,
    steps=(
        CardStep(code="frailty-look", words="Look at everybody on the frailty ward for who can step down", team="vw-frailty"),
        CardStep(code="respiratory-look", words="Look at everybody on the respiratory ward for who can step down", team="vw-respiratory"),
        CardStep(code="take-on", words="Take on those who step down within a day", team="eict-east"),
    ),
    proposal=True,
    owner=COMMUNITY,
    review_by=SPRING,
)
EVERYBODY = ActionCard(
    code="call-everybody-together",
    title="Call everybody together",
    plain_words="Chief officers meet twice a day until the level falls.",
    triggers=("home-first-waiting", "urgent-response-taken", "recovery-beds-free", "virtual-wards-taken"),
    level=4,
    steps=(
        CardStep(code="call", words="Call all organisations together within the hour", team="place-office"),
        CardStep(code="each-says", words="Each organisation says what it opens today", team="place-office"),
        CardStep(code="tell-public", words="Agree what the public is told", team="place-office"),
    ),
    proposal=True,
    owner=BOARD,
    review_by=SPRING,
)  # fmt: skip
