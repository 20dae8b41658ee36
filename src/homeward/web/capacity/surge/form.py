"""What is asked when a card is switched on?"""

from django import forms


class SwitchForm(forms.Form):
    """Why it is switched on: needed only below its level."""

    why = forms.CharField(label="Why now?", max_length=300, required=False)
