"""What is asked while somebody is on the telephone? Caller, person, need: one page, saved once."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from homeward.grammar.api import REFERRERS
from homeward.web.refer.need.need_form import NeedForm, SenderForm
from homeward.web.refer.need.person_form import PersonForm


class CallForm(PersonForm, NeedForm, SenderForm):
    """With `known` the person is one already here, and nothing more need be said of them."""

    sender_organisation = forms.CharField(label="Where they ring from", max_length=200, required=False)
    sender_kind = forms.ChoiceField(
        label="Who they are", required=False, choices=[("", "Not said"), *REFERRERS.items()]
    )
    known = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sender_name"].label = "Caller’s name"
        self.fields["sender_name"].error_messages["required"] = "Enter the caller’s name."
        self.fields["sender_phone"].label = "Number to ring back"
        self.fields["sender_phone"].error_messages["required"] = "Enter a number to ring the caller back on."
        self.fields["address"].label = "Where the person is now"
        if self.known_id():
            self.fields["family"].required = self.fields["birth_date"].required = False

    def known_id(self) -> UUID | None:
        """The person chosen among those already here."""
        try:
            return UUID(str(self["known"].value() or ""))
        except ValueError:
            return None

    def clean_birth_date(self) -> date:
        """Nothing is asked of somebody already known."""
        if self.known_id() and not self.cleaned_data["birth_date"]:
            return date.min
        return super().clean_birth_date()
