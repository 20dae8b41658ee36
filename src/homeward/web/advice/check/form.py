"""What is asked when somebody has rung again? What was heard, and when to try once more."""

from typing import Any

from django import forms

from homeward.front_door.api import HEARD_BACK
from homeward.web.advice.times import CHOICES


class CheckForm(forms.Form):
    """One ring back."""

    heard = forms.ChoiceField(
        label="What did you hear?", choices=[(code, each.title) for code, each in HEARD_BACK.items()],
        widget=forms.RadioSelect, error_messages={"required": "Choose what you heard."},
    )  # fmt: skip
    words = forms.CharField(label="In words", max_length=2000, required=False, widget=forms.Textarea)
    again = forms.ChoiceField(label="If nobody answered, ring again", choices=CHOICES, required=False, initial="1")

    def wants_another(self, typed: dict[str, Any]) -> bool:
        """Did nobody answer?"""
        return HEARD_BACK[typed["heard"]].again
