"""What is asked before an export is ended?"""

from django import forms


class EndForm(forms.Form):
    """Why."""

    why = forms.CharField(
        label="Why do you end it?", max_length=500, widget=forms.Textarea,
        help_text="The partner’s system is told this. Name nobody.",
        error_messages={"required": "Say why it is ended. The partner’s system is told."},
    )  # fmt: skip
