"""Why is a return given, or its file taken?"""

from django import forms


class SubmitForm(forms.Form):
    """The words are asked for where records would be rejected."""

    why = forms.CharField(label="Why is it given with records that would be rejected?", max_length=300, required=False)


class TakeForm(forms.Form):
    """The reason is written into the record of who looked."""

    reason = forms.CharField(
        label="Why do you take the file?",
        max_length=200,
        error_messages={"required": "Say why you take the file: what is in it is about people."},
    )
