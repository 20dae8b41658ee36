"""What does a partner say with their answer?"""

from collections.abc import Iterable

from django import forms

from homeward.web.offering import Choice, offer

LONGEST = 4000


class YesForm(forms.Form):
    """Yes; the version is what they read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)


class NoRoomForm(YesForm):
    """No room: nothing else need be said."""

    words = forms.CharField(label="Anything to add", max_length=LONGEST, required=False, widget=forms.Textarea)


class PassOnForm(YesForm):
    """Another team is better placed: why, and which hub has it next."""

    field_order = ("version", "reason_code", "words", "next_team")
    reason_code = forms.ChoiceField(
        label="Why is somebody else better placed?",
        widget=forms.RadioSelect,
        choices=[],
        error_messages={"required": "Choose a reason."},
    )
    words = forms.CharField(label="In your own words", max_length=LONGEST, required=False, widget=forms.Textarea)
    next_team = forms.ChoiceField(
        label="Who has it next?",
        choices=[],
        error_messages={"required": "Choose who has it next. It cannot be left with nobody."},
    )

    def offer(self, reasons: Iterable[Choice], hubs: Iterable[Choice]) -> None:
        """The listed reasons; the hubs, the one that asked first."""
        offer(self, "reason_code", reasons)
        offer(self, "next_team", hubs)
