"""What can whoever follows a referral say? An answer, something new, or that it is no longer wanted."""

from django import forms

LONGEST = 4000


class AnswerForm(forms.Form):
    """The answer to the open question, or something the team should know."""

    words = forms.CharField(
        label="Your answer", max_length=LONGEST, widget=forms.Textarea, error_messages={"required": "Write something first."}
    )


class WithdrawForm(forms.Form):
    """Why it is no longer wanted."""

    reason_code = forms.ChoiceField(
        label="Why?", widget=forms.RadioSelect, choices=[], error_messages={"required": "Choose a reason."}
    )
    words = forms.CharField(label="Anything to add", max_length=LONGEST, required=False, widget=forms.Textarea)
