"""What does a team write back to somebody who wrote to it?"""

from django import forms


class AnswerForm(forms.Form):
    """The answer, which the person reads on their own page."""

    words = forms.CharField(
        label="Your answer",
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": "Write your answer first."},
    )
