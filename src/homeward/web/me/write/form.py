"""What is somebody asked who writes to their team?"""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class WriteForm(forms.Form):
    """To whom, and what."""

    team = forms.ChoiceField(
        label=_("Which team?"), choices=[], error_messages={"required": _("Choose one of your teams.")}
    )
    words = forms.CharField(
        label=_("Your message"), max_length=LONGEST, error_messages={"required": _("Write your message first.")}
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
