"""Which rules and steps do several services share? Said once here, cited by each."""

from homeward.grammar.api import AnyOf, Criterion, Move, On, Outcome, Stage, Test

EVERYWHERE = ("birmingham-and-solihull",)
BIRMINGHAM = ("north", "east", "central", "south", "west")

ADULT = Criterion(
    code="adult",
    words="Is 18 or over",
    against="Is under 18",
    test=Test(fact="age", is_="at_least", value=18),
)
OLDER_ADULT = Criterion(
    code="older-adult",
    words="Is 65 or over",
    against="Is under 65",
    test=Test(fact="age", is_="at_least", value=65),
)
AT_HOME_NOW = Criterion(
    code="at-home-now",
    words="Is at home, in a care home or with a crew now",
    against="Is not at home, in a care home or with a crew now",
    test=Test(fact="where-now", is_="in", value=("home", "care-home", "with-crew")),
)
IN_HOSPITAL_NOW = Criterion(
    code="in-hospital-now",
    words="Is in hospital now",
    against="Is not in hospital now",
    test=AnyOf(
        parts=(
            Test(fact="where-now", is_="is", value="hospital"),
            Test(fact="need", is_="is", value="home-after-hospital"),
            Test(fact="requester-kind", is_="is", value="hospital"),
        )
    ),
)
LIFE_IN_DANGER = Criterion(
    code="life-in-danger",
    words="No sign that life is in danger",
    against="Life may be in danger: call 999",
    test=AnyOf(
        parts=tuple(
            Test(fact=sign, is_="true") for sign in ("stroke-signs", "chest-pain", "hard-to-wake", "heavy-bleeding")
        )
    ),
    kind="must_not",
)
NOT_EMERGENCY_SCORE = Criterion(
    code="emergency-score",
    words="NEWS2 is under 7",
    against="NEWS2 is 7 or more: an emergency response unless a plan says stay",
    test=Test(fact="news2-total", is_="at_least", value=7),
    kind="must_not",
)
KNOWN_TO_TEAM = Criterion(
    code="known-to-team",
    words="Already knows this team",
    test=Test(fact="known-to-team", is_="true"),
    kind="prefer",
)

ACCEPTED = Stage(code="accepted", title="Accepted", plain_words="A team has said yes and is arranging to see you.")
ON_THE_WAY = Stage(code="on-the-way", title="On the way", plain_words="Someone is on the way to you.")
SEEN = Stage(code="seen", title="Seen", plain_words="Someone has seen you and help has begun.")
HELPING = Stage(code="helping", title="Helping", plain_words="Your team is helping you with your plan.")
HELPED = Stage(code="helped", title="Helped", plain_words="This help has ended. You know whom to ring.")
HANDED_ON = Stage(code="handed-on", title="Handed on", plain_words="Another team has taken over your care.")
NOT_STARTED = Stage(code="not-started", title="Not started", plain_words="This help was not needed after all.")

FIRST_CONTACT = On(event="visit.record_contact")
FIRST_VISIT = On(event="visit.record_contact", where=(("in_person", True),))
SET_OFF = On(event="visit.start")


def ends(*, after: tuple[str, ...], before: tuple[str, ...], asks: tuple[str, ...] = ()) -> tuple[Move, ...]:
    """The three ways an episode ends: helped or handed on after it began, not started before."""
    return (
        Move(code="finish", title="Finish", from_=after, to="helped", permission="episode.close", asks=asks),
        Move(code="hand-on", title="Hand on", from_=(*before, *after), to="handed-on", permission="episode.close"),
        Move(code="stop-before-start", title="Not needed", from_=before, to="not-started", permission="episode.close"),
    )


AT_HOME = Outcome(code="at-home", title="Stayed at home, need met", stage="helped", at_home=True)
AT_HOME_NOT_HOSPITAL = Outcome(
    code="at-home-not-hospital",
    title="Stayed at home, would have gone to hospital",
    stage="helped",
    at_home=True,
    avoids_admission=True,
)
OTHER_TEAM = Outcome(code="other-team", title="Care goes on with another team", stage="handed-on", at_home=True)
TO_HOSPITAL = Outcome(code="to-hospital", title="Went to hospital", stage="handed-on", at_home=False)
DIED = Outcome(code="died", title="Died", stage="helped")
DECLINED = Outcome(code="person-declined", title="Did not want this help", stage="not-started", at_home=True)
NOT_NEEDED = Outcome(code="not-needed", title="No longer needed", stage="not-started")
USUAL_OUTCOMES = (AT_HOME, AT_HOME_NOT_HOSPITAL, OTHER_TEAM, TO_HOSPITAL, DIED, DECLINED, NOT_NEEDED)
