"""What is asked while the caller is speaking? Caller, person, question and what would happen without the call, on one page."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from homeward.front_door.api import CallDetails, signs_asked
from homeward.grammar.api import AdviceLine, Place
from homeward.people.api import Likeness
from homeward.web.offering import offer
from homeward.web.refer.need.chosen_person import RungAboutForm

LONGEST_INTAKE = timedelta(hours=4)
RANG = (("", "Not known"), ("10", "Under 15 seconds"), ("30", "About half a minute"), ("60", "About a minute"), ("120", "About 2 minutes"), ("300", "5 minutes or more"))  # fmt: skip


class IntakeForm(RungAboutForm):
    """One call. `unknown`: nobody can say who it is, so what the caller says of them is enough."""

    caller_kind = forms.ChoiceField(
        label="Who is ringing?", widget=forms.RadioSelect, error_messages={"required": "Choose who is ringing."}
    )
    caller_name = forms.CharField(
        label="Caller’s name", max_length=120, error_messages={"required": "Enter the caller’s name."}
    )
    caller_phone = forms.CharField(
        label="Number to ring back",
        max_length=40,
        error_messages={"required": "Enter a number to ring the caller back on."},
    )
    caller_organisation = forms.CharField(label="Where they ring from", max_length=200, required=False)
    unknown = forms.BooleanField(label="Nobody can say yet who it is", required=False)
    told_words = forms.CharField(label="Whom is it about, as the caller says it?", max_length=300, required=False)
    told_age = forms.IntegerField(
        label="About how old?", required=False, min_value=0, max_value=120,
        error_messages={"invalid": "Enter an age from 0 to 120, or leave it empty."},
    )  # fmt: skip
    need = forms.ChoiceField(label="What has happened?", error_messages={"required": "Choose what has happened."})
    question = forms.CharField(
        label="What do they ask?", max_length=4000, widget=forms.Textarea,
        error_messages={"required": "Write down what the caller asks."},
    )  # fmt: skip
    signs = forms.MultipleChoiceField(
        label="Any of these danger signs?", required=False, widget=forms.CheckboxSelectMultiple
    )
    intended = forms.ChoiceField(
        label="Without this call, what would happen?", widget=forms.RadioSelect,
        error_messages={"required": "Choose what would happen without this call."},
    )  # fmt: skip
    waited = forms.ChoiceField(label="How long did it ring?", required=False, choices=RANG)
    line = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)
    began = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, place: Place, answered: AdviceLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answered = answered
        self.fields["practice"].label = "Their GP practice"
        self.flags = signs_asked(answered.eligibility, place.needs.values())
        needs = sorted(place.needs.values(), key=lambda need: (not need.two_hour_need, need.title))
        offer(self, "caller_kind", [(each.code, each.title) for each in answered.callers])
        offer(self, "intended", [(each.code, each.title) for each in answered.intended])
        offer(self, "need", [("", "Choose"), *((need.code, need.title) for need in needs)])
        offer(self, "signs", [(flag.code, flag.words) for flag in self.flags])
        if self["unknown"].value():
            self.fields["family"].required = self.fields["birth_date"].required = False

    @property
    def nobody_asked(self) -> bool:
        """With somebody unknown, no birth date is wrong."""
        return bool(self["unknown"].value())

    def in_question(self, found: Sequence[Likeness]) -> Sequence[Likeness]:
        """Nobody, while nobody can say who it is."""
        return [] if self.nobody_asked else super().in_question(found)

    def clean(self) -> dict[str, Any]:
        """Somebody whom nobody can name is told of in words."""
        typed = super().clean() or {}
        if typed.get("unknown") and not self.known_id() and not typed.get("told_words", "").strip():
            self.add_error("told_words", "Say whom it is about, as the caller says it.")
        return typed

    def call(self, *, at: datetime) -> CallDetails:
        """As the door takes it; the person is added by the page."""
        typed = self.cleaned_data
        return CallDetails(
            line=self.answered.code, caller_kind=typed["caller_kind"], caller_name=typed["caller_name"],
            caller_phone=typed["caller_phone"], caller_organisation=typed["caller_organisation"],
            told_words=typed["told_words"], told_age=typed["told_age"], question=typed["question"],
            need_code=typed["need"], signs=tuple(typed["signs"]), intended=typed["intended"],
            waited_seconds=int(typed["waited"]) if typed["waited"] else None, answered_at=_began(typed["began"], at),
        )  # fmt: skip


def _began(text: str, at: datetime) -> datetime:
    """When the page was opened, which is when the call was picked up; now, when that is not told or not likely."""
    try:
        began = datetime.fromisoformat(text)
    except ValueError:
        return at
    return began if began.tzinfo and at - LONGEST_INTAKE <= began <= at else at
