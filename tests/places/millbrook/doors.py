"""Who gives advice in the town before somebody is taken to its hospital, and who meets them there?"""

from datetime import timedelta

from homeward.grammar.api import AdviceLine, CallerKind, Disposition, FrontDoor, Item, Option, Questionnaire, Standard
from tests.places.millbrook import OWNER, REVIEW
from tests.places.millbrook.services import DANGER, OLDER

IN = Disposition(code="ward", title="To the ward", hospital=True)
UNSURE = Disposition(code="unsure", title="Not sure", hospital=None)
BACK = Disposition(code="back-home", title="Back home", hospital=False)
HELP = Disposition(code="help-at-home", title="Help at home", hospital=False, refers=True, urgency="soon")
AGREED = Standard(words="Ring before you bring.", source="Millbrook town meeting", local_proposal=True)
AFTERWARDS = (timedelta(hours=48),)

MUDDLED = Questionnaire(
    code="muddled",
    title="Muddled today",
    plain_words="One number.",
    items=(Item(link_id="muddle", text="Muddle", type="integer", concept="muddle", min=0, max=12),),
    owner=OWNER,
    review_by=REVIEW,
)
NURSE_LINE = AdviceLine(
    code="nurse-line",
    title="Nurse line",
    plain_words="Ring the nurse first.",
    team="town-nurses",
    callers=(
        CallerKind(code="van", title="Ambulance van", referrer="crew", conveys=True),
        CallerKind(code="quiet-ward", title="Quiet ward", referrer="hospital", counted_apart=True),
    ),
    intended=(IN, UNSURE),
    outcomes=(BACK, HELP, IN),
    eligibility=(OLDER, DANGER),
    answer_within=timedelta(seconds=90),
    intake_within=timedelta(seconds=60),
    safety_net=timedelta(hours=12),
    checks=AFTERWARDS,
    standard=AGREED,
    owner=OWNER,
    review_by=REVIEW,
)
COTTAGE_DOOR = FrontDoor(
    code="cottage",
    title="Cottage hospital door",
    plain_words="Somebody meets you.",
    hospital="mill-hospital",
    teams=("cottage-ward",),
    line="nurse-line",
    ways=(Option(code="in-the-van", title="In the van"), Option(code="on-foot", title="On foot")),
    crews=("in-the-van",),
    forms=("frailty", "muddled"),
    frailty="frailty",
    delirium="muddle",
    intended=(IN, UNSURE),
    decided=(BACK, IN),
    screened_within=timedelta(minutes=45),
    checks=AFTERWARDS,
    standard=AGREED,
    owner=OWNER,
    review_by=REVIEW,
)
