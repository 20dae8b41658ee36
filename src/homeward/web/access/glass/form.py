"""What does a judge say of a record opened out of turn?"""

from django import forms


class VerdictForm(forms.Form):
    """Right or not, and why."""

    verdict = forms.ChoiceField(
        label="Was it right to open the record?",
        choices=[("right", "Yes, it was right"), ("not_right", "No, it was not right")],
        error_messages={"required": "Choose whether it was right to open the record."},
    )
    words = forms.CharField(
        label="Why do you think so?", max_length=1000, widget=forms.Textarea,
        error_messages={"required": "Say why you think so."},
    )  # fmt: skip
