"""What is decided about two versions of one visit?"""

from django import forms

from homeward.rounds.api import SETTLED


class SettleForm(forms.Form):
    """One of two ways, and why."""

    how = forms.ChoiceField(
        label="What happens to the phone’s version?", choices=list(SETTLED.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens to the phone’s version."},
    )  # fmt: skip
    words = forms.CharField(label="Why?", required=False, max_length=1000)
