"""What is asked when a further visit is planned? When, how, what for."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms

from homeward.foundation.moments import london_day
from homeward.visits.api import WAYS
from homeward.web.visit.typed_time import moment_of, typed_time

DAYS_AHEAD = 28
SOON = "soon"


class VisitForm(forms.Form):
    """A day (or 'as soon as somebody can go'), a time with it, the way and the purpose."""

    day = forms.ChoiceField(label="Which day?", error_messages={"required": "Choose the day."})
    time = forms.CharField(
        label="At what time?",
        max_length=12,
        required=False,
        help_text="24-hour clock, like 14:05. Leave empty if as soon as possible.",
    )
    way = forms.ChoiceField(
        label="How?", choices=[(code, words) for code, (words, _) in WAYS.items()], widget=forms.RadioSelect,
        error_messages={"required": "Choose how the person will be seen."},
    )  # fmt: skip
    purpose = forms.CharField(
        label="What for?",
        max_length=120,
        error_messages={"required": "Say what the visit is for, like 'Check the dressing'."},
    )

    def __init__(self, data: Any = None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(data, initial={"way": "in_person", "day": SOON}, **kwargs)
        self.now = now
        day = self.fields["day"]
        assert isinstance(day, forms.ChoiceField)
        day.choices = [(SOON, "As soon as somebody can go"), *_days(london_day(now))]

    def clean(self) -> dict[str, Any]:
        """The moment of the visit; none for 'as soon as somebody can go'."""
        typed = super().clean() or {}
        typed["planned_at"] = None
        if typed.get("day") in (None, SOON):
            return typed
        time = typed_time(typed.get("time") or "")
        if time is None:
            self.add_error("time", "Enter the time as hours and minutes, like 14:05.")
            return typed
        typed["planned_at"] = moment_of(date.fromisoformat(typed["day"]), time, now=self.now)
        if typed["planned_at"] <= self.now:
            self.add_error("time", "The visit must be in the future.")
        return typed


def _days(today: date) -> list[tuple[str, str]]:
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    named = {0: "Today, ", 1: "Tomorrow, "}
    return [
        (each.isoformat(), f"{named.get(ahead, '')}{each:%A} {each.day} {each:%B}") for ahead, each in enumerate(days)
    ]
