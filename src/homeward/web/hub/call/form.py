"""What is asked while somebody is on the telephone? Caller, person, need: one page, saved once."""

from typing import Any

from django import forms

from homeward.grammar.api import REFERRERS
from homeward.web.refer.need.chosen_person import RungAboutForm
from homeward.web.refer.need.need_form import NeedForm, SenderForm


class CallForm(RungAboutForm, NeedForm, SenderForm):
    """With `known` the person is one already here, and nothing more need be said of them."""

    sender_organisation = forms.CharField(label="Where they ring from", max_length=200, required=False)
    sender_kind = forms.ChoiceField(
        label="Who they are", required=False, choices=[("", "Not said"), *REFERRERS.items()]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sender_name"].label = "Caller’s name"
        self.fields["sender_name"].error_messages["required"] = "Enter the caller’s name."
        self.fields["sender_phone"].label = "Number to ring back"
        self.fields["sender_phone"].error_messages["required"] = "Enter a number to ring the caller back on."
