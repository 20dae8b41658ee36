"""What is asked when somebody is admitted by hand?"""

from typing import Any

from django import forms

from homeward.hospital import api as hospital
from homeward.web.flow.acts.forms import WhenForm, wards


class AdmitForm(WhenForm):
    """Who, where, how and when."""

    nhs_number = forms.CharField(label="NHS number", max_length=14, required=False)
    given = forms.CharField(label="First name", max_length=100, error_messages={"required": "Enter their first name."})
    family = forms.CharField(label="Last name", max_length=100, error_messages={"required": "Enter their last name."})
    birth_date = forms.DateField(
        label="Date of birth", help_text="For example 31/3/1941", input_formats=("%d/%m/%Y", "%Y-%m-%d"),
        error_messages={"required": "Enter their date of birth.", "invalid": "Enter the date of birth as day/month/year."},
    )  # fmt: skip
    ward = forms.ChoiceField(label="Ward", error_messages={"required": "Choose the ward."})
    bed = forms.CharField(label="Bed", max_length=20, required=False)
    method = forms.ChoiceField(label="How did they come in", error_messages={"required": "Choose how they came in."})
    reason = forms.CharField(label="Why are they here", max_length=200, required=False)
    from_care_home = forms.BooleanField(label="They live in a care home", required=False)

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        self.offer("ward", [("", "Choose"), *wards()])
        self.offer("method", [("", "Choose"), *((each.code, each.title) for each in hospital.policy().methods)])
