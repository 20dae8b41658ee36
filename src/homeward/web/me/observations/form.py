"""What is somebody asked who measures at home, in words that need no training?"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.foundation.moments import london
from homeward.plans.api import Part
from homeward.web.visit.typed_time import moment_of, typed_time

# How each sign is asked for at home; a sign that is not here is asked in the score's own words.
ASKED = {
    "respiratory_rate": _("Breaths in one minute"),
    "spo2": _("Oxygen, from the finger clip"),
    "systolic_bp": _("Blood pressure, the upper number"),
    "heart_rate": _("Pulse in one minute"),
    "temperature": _("Temperature"),
    "supplemental_oxygen": _("Is extra oxygen being used?"),
    "consciousness": _("Awake and clear?"),
}
ANSWERS = {
    "supplemental_oxygen": (("0", _("No")), ("1", _("Yes"))),
    "consciousness": (
        ("A", _("Awake and as clear as usual")),
        ("C", _("More confused than usual")),
        ("V", _("Hard to wake")),
    ),
}


class HomeForm(forms.Form):
    """Nothing has to be filled in; what is left empty was not measured."""

    taken_at = forms.CharField(
        label=_("What time was it?"), max_length=12, error_messages={"required": _("Enter the time, like 14:05.")}
    )
    worried = forms.BooleanField(label=_("I am worried, whatever the numbers say"), required=False)
    words = forms.CharField(
        label=_("Anything you want to tell the ward"), max_length=1000, required=False, widget=forms.Textarea
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, *, parts: Sequence[Part], now: datetime, **kwargs: Any) -> None:
        super().__init__(data, initial={"taken_at": f"{london(now):%H:%M}", "key": str(uuid4())}, **kwargs)
        self.now, self.parts = now, parts
        for part in parts:
            self.fields[part.column] = _field(part)

    def asked(self) -> list[tuple[Part, Any]]:
        """Each sign with its bound field."""
        return [(part, self[part.column]) for part in self.parts]

    def clean_taken_at(self) -> datetime:
        """Today's moment of that time, or yesterday's where it is still to come today."""
        time = typed_time(self.cleaned_data["taken_at"])
        if time is None:
            raise forms.ValidationError(_("Enter the time, like 14:05."))
        today: date = london(self.now).date()
        moment = moment_of(today, time, now=self.now)
        return moment if moment <= self.now else moment_of(date.fromordinal(today.toordinal() - 1), time, now=self.now)

    def signs(self) -> dict[str, float | str | None]:
        """What was measured; None where it was left empty."""
        typed = {part.column: self.cleaned_data.get(part.column) for part in self.parts}
        return {column: None if value == "" else value for column, value in typed.items()}


def _field(part: Part) -> forms.Field:
    label = ASKED.get(part.column, part.words)
    if part.choices is not None:
        answers = ANSWERS.get(part.column, tuple(part.choices.items()))
        return forms.ChoiceField(label=label, choices=list(answers), widget=forms.RadioSelect, required=False)
    return forms.FloatField(
        label=label, required=False, error_messages={"invalid": _("Enter a number, or leave it empty.")}
    )
