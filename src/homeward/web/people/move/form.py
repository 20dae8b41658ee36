"""What is asked when a person moves or changes practice?"""

from datetime import date
from typing import Any

from django import forms

from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day


class MoveForm(forms.Form):
    """A new address, a new practice, or both, since a day."""

    since = forms.CharField(
        label="Since when", max_length=30, help_text="For example, 31 3 2026",
        error_messages={"required": "Enter the day of the move."},
    )  # fmt: skip
    address = forms.CharField(label="New address", required=False, max_length=300)
    postcode = forms.CharField(label="New postcode", required=False, max_length=10)
    ward = forms.ChoiceField(label="Ward", required=False)
    practice = forms.CharField(label="New GP practice", required=False, max_length=200)

    def __init__(
        self, *args: Any, today: date, practices: dict[str, str], wards: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.practices = today, practices
        offer(self, "ward", [("", "Not known"), *wards])

    def clean_since(self) -> date:
        """A day that has been."""
        day = typed_day(self.cleaned_data["since"], today=self.today)
        if day is None:
            raise forms.ValidationError("Enter the day as day, month and year, like 31 3 2026.")
        return day

    def clean_practice(self) -> str:
        """The code of a practice chosen by its name."""
        typed = self.cleaned_data["practice"].strip().lower()
        if not typed:
            return ""
        for name, code in self.practices.items():
            if typed in (name.lower(), code.lower()):
                return code
        raise forms.ValidationError("Choose a practice from the list, or leave this empty.")
