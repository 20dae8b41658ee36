"""What may somebody be looked for by?"""

from datetime import date
from typing import Any

from django import forms

from homeward.web.refer.need.typed_day import typed_day


class SearchForm(forms.Form):
    """One line for anything, and the date of birth apart for whoever prefers it so."""

    q = forms.CharField(
        label="NHS number, name or postcode", required=False, max_length=200,
        help_text="For example 999 012 3456, or Amina Khan, or Khan B29 6JF",
    )  # fmt: skip
    born = forms.CharField(label="Date of birth", required=False, max_length=30, help_text="For example, 31 3 1942")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_born(self) -> date | None:
        """A day, or nothing."""
        typed = self.cleaned_data["born"].strip()
        day = typed_day(typed, today=self.today) if typed else None
        if typed and day is None:
            raise forms.ValidationError("Enter the date of birth as day, month and year, like 31 3 1942.")
        return day

    def clean(self) -> dict[str, Any]:
        """Something must be asked for."""
        typed: dict[str, Any] = super().clean() or {}
        if not self.errors and not (typed.get("q", "").strip() or typed.get("born")):
            self.add_error("q", "Enter an NHS number, a name, a postcode or a date of birth.")
        return typed
