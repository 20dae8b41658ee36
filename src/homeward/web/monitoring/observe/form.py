"""What is asked at the bedside? Every sign of the score, each of which may be left empty, and when it was taken."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms

from homeward.foundation.moments import london
from homeward.plans.api import Part
from homeward.web.visit.typed_time import moment_of, recent_days, typed_time

CHOOSE = "Choose one of the days listed."


class ObserveForm(forms.Form):
    """The signs are drawn from the score; the SpO2 scale is the person's and is not asked."""

    taken_day = forms.ChoiceField(label="Day", error_messages={"required": CHOOSE, "invalid_choice": CHOOSE})
    taken_at = forms.CharField(
        label="Time measured", max_length=12, error_messages={"required": "Enter the time, like 14:05."}
    )
    worried = forms.BooleanField(label="I am worried about them, whatever the numbers say", required=False)
    words = forms.CharField(label="Anything to add", max_length=2000, required=False, widget=forms.Textarea)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, *, parts: Sequence[Part], now: datetime, **kwargs: Any) -> None:
        here = london(now)
        initial = {"taken_day": f"{here:%Y-%m-%d}", "taken_at": f"{here:%H:%M}", "key": str(uuid4())}
        super().__init__(data, initial=initial, **kwargs)
        self.now, self.parts = now, parts
        day = self.fields["taken_day"]
        assert isinstance(day, forms.ChoiceField)
        day.choices = recent_days(now)[:2]
        for part in parts:
            self.fields[part.column] = _field(part)

    def asked(self) -> list[tuple[Part, Any]]:
        """Each sign with its bound field, in the score's order."""
        return [(part, self[part.column]) for part in self.parts]

    def clean_taken_at(self) -> datetime:
        """The moment meant, with the day chosen beside it."""
        time = typed_time(self.cleaned_data["taken_at"])
        if time is None:
            raise forms.ValidationError("Enter the time as hours and minutes, like 14:05.")
        day = self.cleaned_data.get("taken_day")
        return moment_of(date.fromisoformat(day), time, now=self.now) if day else self.now

    def signs(self) -> dict[str, float | str | None]:
        """What was measured; None where it was left empty."""
        typed = {part.column: self.cleaned_data.get(part.column) for part in self.parts}
        return {column: None if value == "" else value for column, value in typed.items()}


def _field(part: Part) -> forms.Field:
    label = f"{part.words} ({part.unit})" if part.unit else part.words
    if part.choices is not None:
        return forms.ChoiceField(
            label=label, choices=list(part.choices.items()), widget=forms.RadioSelect, required=False
        )
    return forms.FloatField(
        label=label, required=False, localize=False, error_messages={"invalid": f"{part.words} must be a number."}
    )
