"""What about a person can be put right on one page?"""

from datetime import date
from typing import Any

from django import forms

from homeward.people.api import LANGUAGES, SEXES, Banner, Correction
from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day


class CorrectForm(forms.Form):
    """The details as they stand, to be changed, and the reason."""

    family = forms.CharField(label="Last name", max_length=100, error_messages={"required": "Enter the last name."})
    given = forms.CharField(label="First name", required=False, max_length=100)
    changed_on = forms.CharField(
        label="If the name has changed, since when", required=False, max_length=30,
        help_text="Leave this empty when the name was simply wrong",
    )  # fmt: skip
    birth_date = forms.CharField(
        label="Date of birth", required=False, max_length=30, help_text="For example, 31 3 1942"
    )
    sex = forms.ChoiceField(label="Sex", choices=list(SEXES.items()))
    nhs_number = forms.CharField(label="NHS number", required=False, max_length=20)
    language = forms.ChoiceField(label="Language they speak best", required=False)
    interpreter = forms.BooleanField(label="They need an interpreter", required=False)
    access = forms.CharField(label="What they need to take part", required=False, max_length=500)
    not_dead = forms.BooleanField(label="They have not died: this was recorded by mistake", required=False)
    settled = forms.BooleanField(label="I have checked who this is", required=False)
    version = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why is this being put right?", max_length=300,
        error_messages={"required": "Say why this is being put right."},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        offer(self, "language", [("", "Not known"), *LANGUAGES.items()])

    def clean_birth_date(self) -> date | None:
        """A day, or nothing."""
        return self._day("birth_date")

    def clean_changed_on(self) -> date | None:
        """A day, or nothing."""
        return self._day("changed_on")

    def _day(self, name: str) -> date | None:
        typed = self.cleaned_data[name].strip()
        day = typed_day(typed, today=self.today) if typed else None
        if typed and day is None:
            raise forms.ValidationError("Enter the day as day, month and year, like 31 3 1942.")
        return day

    def correction(self, banner: Banner) -> Correction:
        """What differs from the banner; a birth date that was emptied stays as it was."""
        typed = self.cleaned_data
        return Correction(
            family=typed["family"],
            given=typed["given"],
            name_changed_on=typed["changed_on"],
            birth_date=typed["birth_date"],
            sex=typed["sex"],
            nhs_number=typed["nhs_number"],
            language_code=typed["language"],
            interpreter_needed=typed["interpreter"],
            access_needs=typed["access"],
            not_dead=typed["not_dead"] and banner.died_on is not None,
            settled=typed["settled"] and banner.in_review,
        )


def as_it_stands(banner: Banner) -> dict[str, Any]:
    """The form's first values."""
    born = banner.birth_date
    return {
        "family": banner.family,
        "given": banner.given,
        "birth_date": f"{born.day} {born.month} {born.year}" if born else "",
        "sex": banner.sex_code,
        "nhs_number": banner.nhs_number,
        "language": banner.language_code,
        "interpreter": banner.interpreter_needed,
        "access": banner.access_needs,
        "version": banner.version,
    }
