"""What is asked when a visit is put off, nobody opens, or a note is handed over?"""

from datetime import date, datetime
from typing import Any

from django import forms

from homeward.foundation.moments import at_london
from homeward.grammar.api import RoundPolicy

HOURS = [(str(hour), f"{hour:02d}:00") for hour in range(7, 22)]


class DeferForm(forms.Form):
    """To which day and hour, why, and at which risk."""

    to_day = forms.DateField(
        label="Put off to which day?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Enter the new day.", "invalid": "Enter a day, such as 2026-03-27."},
    )
    to_hour = forms.ChoiceField(label="From which hour?", choices=HOURS)
    reason = forms.ChoiceField(
        label="Why?", widget=forms.RadioSelect, error_messages={"required": "Choose why the visit is put off."}
    )
    words = forms.CharField(label="The reason in your words", max_length=500, required=False)
    risk = forms.CharField(
        label="What is the risk of waiting, and why may it be taken?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Say what the risk of waiting is, and why it may be taken."},
    )

    def __init__(self, data: Any = None, *, policy: RoundPolicy, day: date, **kwargs: Any) -> None:
        super().__init__(data, initial={"to_day": day.isoformat(), "to_hour": "9"}, **kwargs)
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [(each.code, each.title) for each in policy.deferral_reasons]

    def to(self) -> datetime:
        """The new moment."""
        return at_london(self.cleaned_data["to_day"], int(self.cleaned_data["to_hour"]))


class StepForm(forms.Form):
    """What was found at one step, or decided at the last."""

    step = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What happened?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Say what happened."},
    )


class NoteForm(forms.Form):
    """What the next visitor must know."""

    words = forms.CharField(
        label="What must the next visitor know?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Write what the next visitor must know."},
    )
