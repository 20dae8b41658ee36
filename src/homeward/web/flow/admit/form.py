"""What is asked when somebody is admitted by hand?"""

from typing import Any

from django import forms

from homeward.hospital import api as hospital
from homeward.web.flow.acts.forms import WhenForm, wards
from homeward.web.refer.need.chosen_person import ChosenPersonForm


class AdmitForm(WhenForm, ChosenPersonForm):
    """Who, where, how and when. Who of several alike is said by a human."""

    ward = forms.ChoiceField(label="Ward", error_messages={"required": "Choose the ward."})
    bed = forms.CharField(label="Bed", max_length=20, required=False)
    method = forms.ChoiceField(label="How did they come in", error_messages={"required": "Choose how they came in."})
    reason = forms.CharField(label="Why are they here", max_length=200, required=False)
    from_care_home = forms.BooleanField(label="They live in a care home", required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        self.fields["given"].required = not self.known_id()
        self.fields["given"].error_messages["required"] = "Enter their first name."
        self.offer("ward", [("", "Choose"), *wards()])
        self.offer("method", [("", "Choose"), *((each.code, each.title) for each in hospital.policy().methods)])
