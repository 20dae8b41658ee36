"""What may an owner change about an area?"""

from datetime import date
from typing import Any

from django import forms

from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day


class NameForm(forms.Form):
    """The area's name."""

    name = forms.CharField(label="Name", max_length=100, error_messages={"required": "Enter the name of the area."})


class PartsForm(forms.Form):
    """Which practices lie within it, since a day."""

    parts = forms.MultipleChoiceField(label="Practices in this neighbourhood", required=False)
    since = forms.CharField(
        label="Since when", max_length=30, help_text="For example, 1 4 2026",
        error_messages={"required": "Enter the day from which this is true."},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, practices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        offer(self, "parts", practices)

    def clean_since(self) -> date:
        """A day."""
        day = typed_day(self.cleaned_data["since"], today=self.today)
        if day is None:
            raise forms.ValidationError("Enter the day as day, month and year, like 1 4 2026.")
        return day
