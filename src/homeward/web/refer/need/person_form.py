"""Who is it for? The fewest questions that tell one person from another and let help find them."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.foundation import nhs_number
from homeward.people.api import LANGUAGES, SEXES, PersonDetails
from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day

BORN_WRONG = _("Enter the date of birth as day, month and year, like 31 3 1942.")


class PersonForm(forms.Form):
    """The person's own details. `today` and the practices come from outside."""

    nhs_number = forms.CharField(label=_("NHS number"), max_length=20, required=False)
    given = forms.CharField(label=_("First name"), max_length=100, required=False)
    family = forms.CharField(
        label=_("Last name"), max_length=100, error_messages={"required": _("Enter the person’s last name.")}
    )
    birth_date = forms.CharField(
        label=_("Date of birth"),
        max_length=30,
        error_messages={"required": BORN_WRONG},
        help_text=_("For example, 31 3 1942"),
    )
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[])
    address = forms.CharField(label=_("Where they are now"), max_length=300, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    practice = forms.CharField(label=_("GP practice"), max_length=200, required=False)
    phone = forms.CharField(label=_("Their telephone number"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language they speak best"), required=False, choices=[])
    interpreter = forms.BooleanField(label=_("They need an interpreter"), required=False)
    access = forms.CharField(label=_("What they need to take part"), max_length=500, required=False)

    def __init__(self, *args: Any, today: date, practices: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.practices = today, practices
        offer(self, "sex", [("", _("Not known yet")), *((k, v) for k, v in SEXES.items() if k != "unknown")])
        offer(self, "language", [("", _("Not known yet")), *LANGUAGES.items()])

    def clean_birth_date(self) -> date:
        """A day that has been."""
        born = typed_day(self.cleaned_data["birth_date"], today=self.today)
        if born is None:
            raise forms.ValidationError(BORN_WRONG)
        if born > self.today:
            raise forms.ValidationError(_("The date of birth must be today or in the past."))
        return born

    def clean_nhs_number(self) -> str:
        """Ten digits that add up, or nothing."""
        typed = nhs_number.normalise(self.cleaned_data["nhs_number"])
        if typed and not nhs_number.is_valid(typed):
            raise forms.ValidationError(
                _("That is not an NHS number. It has 10 digits, like 999 012 3456. Check it, or leave it out.")
            )
        return typed

    def clean_practice(self) -> str:
        """The code of a practice chosen by its name; nothing when we do not know it."""
        typed = self.cleaned_data["practice"].strip()
        if not typed:
            return ""
        for name, code in self.practices.items():
            if typed.lower() in (name.lower(), code.lower()):
                return code
        raise forms.ValidationError(_("Choose a practice from the list, or leave this empty."))

    def details(self) -> PersonDetails:
        """What was typed, as the people door takes it."""
        typed = self.cleaned_data
        return PersonDetails(
            family=typed["family"],
            given=typed["given"],
            birth_date=typed["birth_date"],
            sex=typed["sex"] or "unknown",
            nhs_number=typed["nhs_number"],
            address_lines=tuple(part.strip() for part in typed["address"].split(",") if part.strip()),
            postcode=typed["postcode"],
            practice_code=typed["practice"],
            phone=typed["phone"],
            language_code=typed["language"],
            interpreter_needed=typed["interpreter"],
            access_needs=typed["access"],
        )
