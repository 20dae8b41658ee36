"""What is asked when a card is stood down?"""

from django import forms


class StandDownForm(forms.Form):
    """Why it is over."""

    why = forms.CharField(
        label="Why is it stood down?", max_length=300, error_messages={"required": "Say why it is stood down."}
    )
