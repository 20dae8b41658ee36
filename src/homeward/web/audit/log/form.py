"""What can the access log be searched by? It begins with what people opened."""

from datetime import date, datetime, timedelta

from django import forms
from django.http import QueryDict

from homeward.access.api import Filters
from homeward.foundation.moments import at_london

PEOPLE, EVERYBODY = "people", "everybody"
OPENED_BY = {PEOPLE: "People", "systems": "Partners’ systems", "homeward": "Homeward itself", EVERYBODY: "Everybody"}


class LogForm(forms.Form):
    """All optional; they narrow one another. Without a choice it is what people opened, or whatever the one named account did."""

    opened_by = forms.ChoiceField(choices=list(OPENED_BY.items()), widget=forms.HiddenInput)
    who = forms.UUIDField(required=False, widget=forms.HiddenInput)
    person = forms.CharField(label="NHS number", required=False, max_length=40)
    name = forms.CharField(label="Staff name", required=False, max_length=100)
    why = forms.CharField(label="Reason contains", required=False, max_length=100)
    since = forms.DateField(
        label="From", required=False, error_messages={"invalid": "Enter the first day as 31/01/2026."}
    )
    until = forms.DateField(label="To", required=False, error_messages={"invalid": "Enter the last day as 31/01/2026."})

    def __init__(self, asked: QueryDict) -> None:
        told = asked.copy()
        if told.get("opened_by") not in OPENED_BY:
            told["opened_by"] = EVERYBODY if told.get("who") else PEOPLE
        super().__init__(told)

    def filters(self) -> Filters:
        """What was asked for, without the person (who must be found first)."""
        typed = self.cleaned_data
        return Filters(
            actor_id=typed["who"],
            name=typed["name"],
            why=typed["why"],
            since=_start(typed["since"]),
            until=_start(typed["until"] + timedelta(days=1)) if typed["until"] else None,
            opened_by="" if typed["opened_by"] == EVERYBODY else typed["opened_by"],
        )


def _start(day: date | None) -> datetime | None:
    return at_london(day) if day else None
