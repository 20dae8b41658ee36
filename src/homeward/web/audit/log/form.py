"""What can the access log be searched by?"""

from datetime import date, datetime, timedelta

from django import forms

from homeward.access.api import Filters
from homeward.foundation.moments import at_london


class LogForm(forms.Form):
    """All optional; they narrow one another."""

    who = forms.UUIDField(required=False, widget=forms.HiddenInput)
    person = forms.CharField(label="NHS number", required=False, max_length=40)
    name = forms.CharField(label="Staff name", required=False, max_length=100)
    why = forms.CharField(label="Reason contains", required=False, max_length=100)
    since = forms.DateField(
        label="From", required=False, error_messages={"invalid": "Enter the first day as 31/01/2026."}
    )
    until = forms.DateField(label="To", required=False, error_messages={"invalid": "Enter the last day as 31/01/2026."})

    def filters(self) -> Filters:
        """What was asked for, without the person (who must be found first)."""
        typed = self.cleaned_data
        return Filters(
            actor_id=typed["who"],
            name=typed["name"],
            why=typed["why"],
            since=_start(typed["since"]),
            until=_start(typed["until"] + timedelta(days=1)) if typed["until"] else None,
        )


def _start(day: date | None) -> datetime | None:
    return at_london(day) if day else None
