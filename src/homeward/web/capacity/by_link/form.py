"""What is free now, if it is not what we had?"""

from django import forms


class NowForm(forms.Form):
    """One whole number."""

    free = forms.IntegerField(
        label="How many are free now", min_value=0, max_value=2000,
        error_messages={
            "required": "Enter how many are free. Enter 0 for none.", "invalid": "Free must be a whole number.",
            "min_value": "Free must be 0 or more.", "max_value": "Free must be at most 2,000.",
        },
    )  # fmt: skip
