"""What is asked when a person has died?"""

from datetime import date
from typing import Any

from django import forms

from homeward.people.api import DEATH_SOURCES
from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day


class DeathForm(forms.Form):
    """The day, who told us, and a tick, because everything planned will stop."""

    died_on = forms.CharField(
        label="Date of death", max_length=30, help_text="For example, 31 3 2026",
        error_messages={"required": "Enter the date of death."},
    )  # fmt: skip
    source = forms.ChoiceField(
        label="Who told you", error_messages={"required": "Say who told you that the person has died."}
    )
    sure = forms.BooleanField(
        label="I have checked that this is the right person",
        error_messages={"required": "Check the name, date of birth and NHS number, then tick the box."},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        told = [(code, words) for code, words in DEATH_SOURCES.items() if code != "demographics"]
        offer(self, "source", [("", "Choose"), *told])

    def clean_died_on(self) -> date:
        """A day that has been."""
        day = typed_day(self.cleaned_data["died_on"], today=self.today)
        if day is None:
            raise forms.ValidationError("Enter the date of death as day, month and year, like 31 3 2026.")
        return day
