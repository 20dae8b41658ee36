"""What is asked when somebody says who is at work?"""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms

from homeward.access.api import Member
from homeward.foundation.moments import at_london
from homeward.rounds.api import TRAVELS_BY

HOURS = [(str(hour), f"{hour:02d}:00") for hour in range(6, 24)]
NEXT_DAY = [(str(24 + hour), f"{hour:02d}:00 the next day") for hour in range(13)]


class StaffForm(forms.Form):
    """Who, from when to when, and how they travel."""

    who = forms.MultipleChoiceField(
        label="Who is at work?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose who is at work."},
    )
    on = forms.ChoiceField(label="From", choices=HOURS)
    off = forms.ChoiceField(label="Until", choices=HOURS + NEXT_DAY)
    travels_by = forms.ChoiceField(
        label="How do they travel?", choices=list(TRAVELS_BY.items()), widget=forms.RadioSelect
    )

    def __init__(self, data: Any = None, *, members: list[Member], day: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.members, self.day = {str(each.user_id): each for each in members}, day
        who = self.fields["who"]
        assert isinstance(who, forms.MultipleChoiceField)
        who.choices = [(code, each.name) for code, each in self.members.items()]

    def hours(self) -> tuple[datetime, datetime]:
        """From and until, as moments of the day; a night ends on the next."""
        later, hour = divmod(int(self.cleaned_data["off"]), 24)
        return at_london(self.day, int(self.cleaned_data["on"])), at_london(self.day + timedelta(days=later), hour)

    def chosen(self) -> list[tuple[UUID, Member]]:
        """The people chosen."""
        return [(UUID(code), self.members[code]) for code in self.cleaned_data["who"]]
