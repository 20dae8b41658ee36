"""At which hospital doors does OPAL meet older people, and what may be meant and decided there?"""

from datetime import timedelta

from homeward.grammar.api import Disposition, FrontDoor, Option, Standard
from homeward_places.birmingham_solihull.front_doors.choices import ADMIT, CHECKS, HOME, NOT_DECIDED
from homeward_places.birmingham_solihull.keepers import HOSPITALS, SPRING

_DECIDED = (
    HOME,
    Disposition(code="home-with-help", title="Home with help", hospital=False),
    Disposition(code="same-day", title="Same day emergency care, home tonight", hospital=False),
    # a bed in the older person's assessment unit is a hospital bed, however short the stay
    Disposition(
        code="short-stay", title="Assessment unit", hospital=True, service="opad-beds", stay_aim=timedelta(hours=72)
    ),
    ADMIT,
)
_WAYS = (
    Option(code="ambulance", title="By ambulance"),
    Option(code="own-way", title="By themselves or with family"),
    Option(code="sent-by-gp", title="Sent by their GP"),
    Option(code="from-care-home", title="From a care home"),
)


def _door(code: str, title: str, hospital: str) -> FrontDoor:
    return FrontDoor(
        code=code,
        title=title,
        plain_words="Older people are met at the door, to get home today where that is safe.",
        hospital=hospital,
        teams=(f"opal-{code}",),
        line="opal-plus",
        ways=_WAYS,
        crews=("ambulance",),
        forms=("front-door-screening",),
        frailty="clinical-frailty",
        delirium="4at-total",
        intended=(ADMIT, HOME, NOT_DECIDED),
        decided=_DECIDED,
        screened_within=timedelta(minutes=30),
        checks=CHECKS,
        standard=Standard(
            words="People of 65 or over are screened for frailty within 30 minutes of arriving. "
            "Whoever is put in the assessment unit has left it within 72 hours.",
            source="Local proposal, not yet agreed by the partnership",
            local_proposal=True,
        ),
        owner=HOSPITALS,
        review_by=SPRING,
    )


QUEEN_ELIZABETH_DOOR = _door("qe", "Queen Elizabeth Hospital", "queen-elizabeth-hospital")
HEARTLANDS_DOOR = _door("heartlands", "Heartlands Hospital", "heartlands-hospital")
GOOD_HOPE_DOOR = _door("good-hope", "Good Hope Hospital", "good-hope-hospital")
