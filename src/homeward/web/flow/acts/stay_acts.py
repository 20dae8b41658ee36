"""Which acts are there on a stay, what does each ask, and what does it do?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.hospital import api as hospital
from homeward.web.flow.acts import forms
from homeward.web.flow.acts import stay_forms as more
from homeward.web.flow.acts.act import Act, by_slug


def _criteria(form: forms.CriteriaForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    meets = told["meets"] == "yes"
    return hospital.criteria(
        stay_id=stay_id, meets=meets, reasons=told["reasons"], from_at=form.moment(), words=told["words"], by=by, at=at
    )


def _void(form: forms.VoidForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.void_criteria(stay_id=stay_id, number=told["number"], words=told["words"], by=by, at=at)


def _move(form: forms.MoveForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    where, _, ward = form.cleaned_data["ward"].partition("|")
    return hospital.move(
        stay_id=stay_id, hospital=where, ward=ward, bed=form.cleaned_data["bed"], moved_at=form.moment(), by=by, at=at
    )


def _leave(form: forms.LeaveForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.leave(
        stay_id=stay_id, left_at=form.moment(), destination=form.cleaned_data["destination"],
        pathway=form.cleaned_data["pathway"], why_code=form.cleaned_data["why_code"], why_words=form.cleaned_data["why_words"], by=by, at=at,
    )  # fmt: skip


def _step(form: forms.StepForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    due = at + timedelta(hours=told["within"])
    return hospital.add_step(
        stay_id=stay_id, title=told["title"], owner_team=told["owner_team"], due_at=due, by=by, at=at
    )


def _describe(form: more.DescribeForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.describe(stay_id=stay_id, area=told["area"], words=told["words"], by=by, at=at)


def _recommend(form: more.RecommendForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.recommend(stay_id=stay_id, pathway=told["pathway"], words=told["words"], by=by, at=at)


def _agree(form: more.AgreeForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.agree(
        stay_id=stay_id, pathway=told["pathway"], why_code=told["why_code"], why_words=told["why_words"],
        review_on=told["review_on"], bed_site=told["bed_site"], by=by, at=at,
    )  # fmt: skip


def _keep_bed(form: more.KeepBedForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.keep_bed(stay_id=stay_id, site=form.cleaned_data["site"], by=by, at=at)


def _accept_bed(form: more.AcceptBedForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.accept_bed(stay_id=stay_id, by=by, at=at)


def _refuse_bed(form: more.RefuseBedForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.refuse_bed(stay_id=stay_id, words=form.cleaned_data["words"], by=by, at=at)


def _delay(form: more.DelayForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.say_delay(stay_id=stay_id, code=told["code"], words=told["words"], by=by, at=at)


def _expect(form: more.ExpectForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.expect(stay_id=stay_id, expected_on=form.cleaned_data["expected_on"], by=by, at=at)


def _home_care(form: more.HomeCareForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.ask_home_care(
        stay_id=stay_id,
        team=told["team"],
        hours=told["hours"],
        start_on=told["start_on"],
        words=told["words"],
        by=by,
        at=at,
    )


def _bed(form: more.BedForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.begin_bed_stay(
        person_id=hospital.person_of_stay({"stay_id": stay_id}), stay_id=stay_id, site=told["site"], bed=told["bed"],
        barthel=told["barthel"], expected_on=told["expected_on"], came_at=form.moment(), by=by, at=at,
    )  # fmt: skip


def _strike(form: forms.StrikeForm, stay_id: UUID, by: Actor, at: datetime) -> object:
    return hospital.strike(stay_id=stay_id, words=form.cleaned_data["words"], by=by, at=at)


_ALL = (
    Act(
        slug="criteria", title="Say whether they need to be in hospital", permission="stay.criteria", form=forms.CriteriaForm,
        lead="This is asked of everybody, every day. Nobody is ready to leave by a date that was typed: it follows from what is said here.",
        button="Save", done="Saved. The board shows it.", run=_criteria,
    ),
    Act(
        slug="entry-was-wrong", title="An entry was an error", permission="stay.criteria_void", form=forms.VoidForm,
        lead="The entry stays in the history, struck out, with your words and your name beside it.",
        button="Strike it out", done="Struck out. It no longer counts.", run=_void, by_link=True, warning=True,
    ),
    Act(
        slug="describe", title="Describe what they need", permission="stay.describe", form=more.DescribeForm, anyone=True,
        lead="Say what they can do and what they need help with, and when. Not how many visits, and not which home.",
        button="Save", done="Saved.", run=_describe,
    ),
    Act(
        slug="recommend", title="Recommend a way home", permission="stay.recommend", form=more.RecommendForm, anyone=True,
        lead="Home first. What you recommend stays beside what is agreed and what really happened.",
        button="Recommend", done="Recommended. The hub agrees it.", run=_recommend,
    ),
    Act(
        slug="agree", title="Agree the way home", permission="stay.agree", form=more.AgreeForm,
        lead="Each thing that this way home needs becomes a step with one owner and a time.",
        button="Agree", done="Agreed. Each step has its owner.", run=_agree,
    ),
    Act(
        slug="delay", title="Say what they wait for", permission="stay.delay", form=more.DelayForm, anyone=True,
        lead="One reason at a time, the one that holds them here now.", button="Save", done="Saved.", run=_delay,
    ),
    Act(
        slug="expect", title="Say when they are expected to leave", permission="stay.expect", form=more.ExpectForm,
        lead="A day to plan towards. It is not the day they are ready, which follows from the criteria.",
        button="Save", done="Saved.", run=_expect,
    ),
    Act(
        slug="ask-home-care", title="Ask for home care", permission="home_care.ask", form=more.HomeCareForm,
        lead="The brokers see it at once, with what they need as it was described.", button="Ask", done="Asked for. The brokers have it.",
        run=_home_care,
    ),
    Act(
        slug="keep-bed", title="Keep a recovery bed for them", permission="stay.keep_bed", form=more.KeepBedForm,
        lead="A free bed is held for a day, and its team says yes or no. What was kept before is given back.",
        button="Keep a bed", done="Done. The way home says what is kept.", run=_keep_bed,
    ),
    Act(
        slug="accept-bed", title="Say yes: they can come to this bed", permission="bed_stay.accept", form=more.AcceptBedForm, anyone=True,
        lead="The bed that is held for them is booked, and is theirs until they come.", button="Book it", done="Booked. The hub sees it.",
        run=_accept_bed, over=True, by_link=True,
    ),
    Act(
        slug="refuse-bed", title="Say no: they cannot come to this bed", permission="bed_stay.refuse", form=more.RefuseBedForm, anyone=True,
        lead="The bed is free again. Their need of one stays with the hub, which looks for another and reads what you say here.",
        button="Say no", done="Said. The hub looks for another bed.", run=_refuse_bed, over=True, by_link=True, warning=True,
        stays=False, then="flow_beds",  # the record is shut to a team that keeps no bed for them
    ),
    Act(
        slug="recovery-bed", title="Record that they came to a recovery bed", permission="bed_stay.begin", form=more.BedForm, over=True, anyone=True,
        lead="Once they are there.", button="Save", done="Recorded. The team of the beds looks after them.", run=_bed,
    ),
    Act(
        slug="next-step", title="Give somebody a next step", permission="task.add", form=forms.StepForm, anyone=True, over=True,
        lead="One thing, for one team. It appears on their list, and they may open this record from then on.",
        button="Give it to them", done="Given. It is on their list now.", run=_step,
    ),
    Act(
        slug="move", title="Move to another ward or bed", permission="stay.move", form=forms.MoveForm,
        lead="What was said about them goes along.", button="Move", done="Moved.", run=_move,
    ),
    Act(
        slug="leave", title="Record that they have left", permission="stay.leave", form=forms.LeaveForm,
        lead="Only once they are out of the building. The bed is free from that moment.",
        button="They have left", done="Recorded. They are off the board.", run=_leave, stays=False,
    ),
    Act(
        slug="entered-in-error", title="This stay was entered in error", permission="stay.strike", form=forms.StrikeForm,
        lead="They were never here: another person was meant. It leaves the boards, the forecasts and every count, its open steps stop, and it stays to be read, struck out, with your words and your name. If they were here and have gone, record that they have left instead.",
        button="Strike it out", done="Struck out. If somebody else was meant, admit them here.", run=_strike, over=True, warning=True,
        stays=False, then="flow_admit",
    ),
)  # fmt: skip
STAY_ACTS = by_slug(_ALL)
