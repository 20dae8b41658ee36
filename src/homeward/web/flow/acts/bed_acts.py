"""Which acts are there on a stay in a recovery bed, what does each ask, and what does it do?"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.foundation.actions import Actor
from homeward.hospital import api as hospital
from homeward.web.flow.acts.act import Act, by_slug
from homeward.web.flow.acts.forms import ActForm, WhenForm
from homeward.web.flow.acts.stay_forms import date_field


class GoalForm(ActForm):
    """What do they want to be able to do again?"""

    words = forms.CharField(
        label="What they want to be able to do again", max_length=500, help_text="In their words, for example: walk to the shop",
        error_messages={"required": "Write down what they want to be able to do again."},
    )  # fmt: skip


class PlanForm(ActForm):
    """When are they expected to leave?"""

    expected_on = date_field("Expected to leave on", wrong="Enter the day they are expected to leave.")
    barthel = forms.IntegerField(
        label="Barthel index when they came, out of 20, if it is missing", min_value=0, max_value=20, required=False
    )


class EndForm(WhenForm):
    """How did it end?"""

    outcome = forms.ChoiceField(
        label="How did it end", widget=forms.RadioSelect, error_messages={"required": "Choose how it ended."}
    )
    destination = forms.ChoiceField(label="Where did they go", widget=forms.RadioSelect, error_messages={"required": "Choose where they went."})  # fmt: skip
    goals = forms.TypedMultipleChoiceField(
        label="Which goals were met", coerce=UUID, widget=forms.CheckboxSelectMultiple, required=False
    )
    barthel = forms.IntegerField(label="Barthel index now, out of 20", min_value=0, max_value=20, required=False)
    words = forms.CharField(label="More in your own words", widget=forms.Textarea, max_length=1000, required=False)
    field_order = ("outcome", "destination", "goals", "barthel", "words", "day", "time")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        words, found = hospital.policy(), hospital.bed_stay(self.thing, at=self.at)
        self.offer("outcome", [(each.code, each.title) for each in words.bed_outcomes])
        self.offer(
            "destination", [(each.code, each.title) for each in words.destinations if each.kind != "community_bed"]
        )
        goals = [(str(each.id), each.words) for each in found.goals] if found else []
        if goals:
            self.offer("goals", goals)
        else:
            del self.fields["goals"]


def _goal(form: GoalForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.set_goal(bed_stay_id=thing, words=form.cleaned_data["words"], by=by, at=at)


def _plan(form: PlanForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.plan_bed_stay(bed_stay_id=thing, **form.cleaned_data, by=by, at=at)


def _end(form: EndForm, thing: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.end_bed_stay(
        bed_stay_id=thing, left_at=form.moment(), outcome=told["outcome"], destination=told["destination"], barthel=told["barthel"],
        words=told["words"], goals=dict.fromkeys(told.get("goals", ()), True), by=by, at=at,
    )  # fmt: skip


BED_ACTS = by_slug((
    Act(
        slug="goal", title="Set a goal", permission="bed_stay.goal", form=GoalForm, run=_goal, lead="Agreed with the person.",
        button="Set the goal", done="Set.",
    ),
    Act(
        slug="plan", title="Say when they are expected to leave", permission="bed_stay.plan", form=PlanForm, run=_plan,
        lead="Looked at each week.", button="Save", done="Saved.",
    ),
    Act(
        slug="end", title="Record that they have left", permission="bed_stay.end", form=EndForm, run=_end,
        lead="Only once they have left.", button="They have left", done="Recorded.", stays=False,
    ),
))  # fmt: skip
