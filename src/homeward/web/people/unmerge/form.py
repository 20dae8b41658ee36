"""What is asked before a merge is taken back?"""

from django import forms


class UnmergeForm(forms.Form):
    """Why they are two people after all."""

    reason = forms.CharField(
        label="Why are they two people after all?", max_length=2000, widget=forms.Textarea,
        error_messages={"required": "Say why they are two people after all."},
    )  # fmt: skip
