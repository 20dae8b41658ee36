"""Why does somebody need the names behind a number?"""

from django import forms


class NamesForm(forms.Form):
    """The reason; it is written into the record of who looked."""

    why = forms.CharField(
        label="Why do you need the names?",
        max_length=200,
        error_messages={"required": "Say why you need to see the names."},
    )
