"""What can whoever follows a referral say? An answer, something new, or that it is no longer wanted."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000


class AnswerForm(forms.Form):
    """The answer to the open question, or something the team should know."""

    words = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST,
        widget=forms.Textarea,
        error_messages={"required": _("Write something first.")},
    )


class WithdrawForm(forms.Form):
    """Why it is no longer wanted."""

    reason_code = forms.ChoiceField(
        label=_("Why?"), widget=forms.RadioSelect, choices=[], error_messages={"required": _("Choose a reason.")}
    )
    words = forms.CharField(label=_("Anything to add"), max_length=LONGEST, required=False, widget=forms.Textarea)
