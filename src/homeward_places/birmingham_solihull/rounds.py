"""How are visits at home planned here? Minutes, skills and hours are our proposal until the community providers confirm them."""

from homeward.grammar.api import Ability, AccessStep, CaseloadRule, Reason, RoundPolicy, VisitKind
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

ROUNDS = RoundPolicy(
    code="rounds",
    minutes=30,
    around_minutes=60,
    opens_hour=8,
    closes_hour=20,
    on_hour=8,
    off_hour=17,
    break_minutes=30,
    break_from_hour=11,
    break_to_hour=14,
    visit_kinds=(
        VisitKind(needs=("nursing-at-home", "wound-care", "catheter-problem"), minutes=30, skills=("nursing",)),
        VisitKind(needs=("diabetes-unstable",), minutes=20, skills=("nursing",), critical=True),
        VisitKind(needs=("palliative-crisis", "end-of-life-care"), minutes=45, skills=("nursing",), critical=True),
        VisitKind(needs=("fall", "home-care"), minutes=30, skills=("moving",)),
        VisitKind(needs=("less-able", "home-after-hospital", "recovery-at-home"), minutes=45, skills=("moving",), carers=2),
        VisitKind(needs=("therapy",), minutes=45, skills=("therapy",)),
    ),
    abilities=(
        Ability(role="community-nurse", skills=("nursing", "moving", "therapy")),
        Ability(role="team-lead", skills=("nursing", "moving", "therapy")),
        Ability(role="therapist", skills=("therapy", "moving", "nursing"), travels_by="bicycle"),
        Ability(role="social-worker", skills=("moving",), travels_by="bus"),
        Ability(role="link-worker", skills=("moving",), travels_by="bus"),
        Ability(role="mental-health-practitioner", skills=("nursing", "moving")),
    ),
    no_access=(
        AccessStep(code="knock-and-ring", title="Knock, call through the door and ring the person's telephone"),
        AccessStep(code="ring-contact", title="Ring the person's next of kin, carer or key holder"),
        AccessStep(code="look-in-record", title="Look in the record for an admission or another visit today"),
        AccessStep(code="ask-neighbour", title="Ask a neighbour or warden, without saying why"),
        AccessStep(code="tell-lead", title="Tell the clinician in charge: welfare check, police, or try again", decides=True),
    ),
    deferral_reasons=(
        Reason(code="person-asked", title="The person asked for another time"),
        Reason(code="staff-short", title="Too few staff today"),
        Reason(code="weather-or-roads", title="Weather or roads"),
        Reason(code="other", title="Another reason", asks_for_words=True),
    ),
    caseload=CaseloadRule(
        unseen_days=14, long_unseen_days=28, long_task_days=3, red=("clock", "missed", "long_unseen", "long_task"),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
