"""Where do people go, and how does it end? Partners' codes are those of HL7's discharge disposition."""

from homeward.grammar.api import BedOutcome, Destination, HandBack

DESTINATIONS = (
    Destination(code="own-home", title="Own home", kind="home", known_as=("home", "19")),
    Destination(code="home-of-family", title="Home of family or friends", kind="home", known_as=("alt-home",)),
    Destination(code="care-home-known", title="The care home they live in", kind="home"),
    Destination(
        code="care-home-new", title="A care home that is new to them", kind="care_home", known_as=("long", "snf", "54")
    ),
    Destination(code="recovery-bed", title="A recovery bed", kind="community_bed", known_as=("rehab",)),
    Destination(code="other-hospital", title="Another hospital", kind="hospital", known_as=("other-hcf", "51")),
    Destination(code="hospice", title="A hospice", kind="other", known_as=("hosp", "88")),
    Destination(code="died", title="Died", kind="died", known_as=("exp", "79")),
    Destination(code="elsewhere", title="Somewhere else or not known", kind="other", known_as=("oth", "aadvice")),
)
FOLLOW_UP_ANSWERS = (
    Destination(code="at-home", title="At home", kind="home"),
    Destination(code="in-care-home", title="In a care home", kind="care_home"),
    Destination(code="in-community-bed", title="In a recovery bed", kind="community_bed"),
    Destination(code="in-hospital", title="In hospital", kind="hospital"),
    Destination(code="has-died", title="Has died", kind="died"),
    Destination(code="not-known", title="Could not be found out", kind="other"),
)
WHY_HANDED_BACK = (
    HandBack(code="no-staff", title="We no longer have the staff for it"),
    HandBack(code="needs-more", title="The person needs more than was described", asks_for_words=True, hours_free=True),
    HandBack(code="cannot-get-there", title="We cannot get there at the times needed", hours_free=True),
    HandBack(code="person-ended-it", title="The person asked us to stop", asks_for_words=True, hours_free=True),
    HandBack(code="back-in-hospital", title="The person is back in hospital", hours_free=True),
)
BED_OUTCOMES = (
    BedOutcome(code="goals-met", title="Goals met"),
    BedOutcome(code="goals-partly-met", title="Goals partly met"),
    BedOutcome(code="no-further-gain", title="No further gain from a bed", asks_for_words=True),
    BedOutcome(code="became-unwell", title="Became unwell and went to hospital"),
    BedOutcome(code="chose-to-leave", title="Chose to leave"),
    BedOutcome(code="died", title="Died", died=True),
)
