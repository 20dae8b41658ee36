"""What is asked when somebody wants a copy of their record?"""

from django import forms


class CopyForm(forms.Form):
    """Whose record, and how it was checked that they may have it."""

    person = forms.CharField(
        label="NHS number", max_length=40, help_text="Of the person whose record it is",
        error_messages={"required": "Enter the person's NHS number."},
    )  # fmt: skip
    reason = forms.CharField(
        label="Who asked, and how did you check?", max_length=500, widget=forms.Textarea,
        help_text="For example: she asked in writing on 3 March; passport seen",
        error_messages={"required": "Say who asked for the copy, and how you checked who they are."},
    )  # fmt: skip
