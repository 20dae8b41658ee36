"""What can a team's own openings be narrowed by?"""

from datetime import timedelta

from django import forms

from homeward.access.api import Filters
from homeward.foundation.moments import at_london


class TeamForm(forms.Form):
    """All optional; they narrow one another."""

    name = forms.CharField(label="Staff name", required=False, max_length=100)
    since = forms.DateField(
        label="From", required=False, error_messages={"invalid": "Enter the first day as 31/01/2026."}
    )
    until = forms.DateField(label="To", required=False, error_messages={"invalid": "Enter the last day as 31/01/2026."})

    def filters(self) -> Filters:
        """What was asked for, of records opened by staff."""
        typed = self.cleaned_data
        return Filters(
            name=typed["name"],
            since=at_london(typed["since"]) if typed["since"] else None,
            until=at_london(typed["until"] + timedelta(days=1)) if typed["until"] else None,
            staff_only=True,
        )
