"""What is asked when a message is given up?"""

from django import forms


class GiveUpForm(forms.Form):
    """Why, and what was done instead."""

    reason = forms.CharField(
        label="Why will it not be sent, and what did you do instead?", max_length=500,
        error_messages={"required": "Say why, and what was done instead, for example that you rang them."},
    )  # fmt: skip
