"""What is somebody asked who wants another time for a visit, or none?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.web.me.write.form import LONGEST

CHANGES = {
    "time": _("I need another day or time"),
    "cancel": _("I do not want this visit"),
    "tell": _("I want to tell you something before you come"),
}


class ChangeForm(forms.Form):
    """What is asked, and why. It asks the team; it changes nothing by itself."""

    change = forms.ChoiceField(
        label=_("What do you want to ask?"),
        choices=list(CHANGES.items()),
        error_messages={"required": _("Choose what you want to ask.")},
    )
    words = forms.CharField(
        label=_("Tell us more"), max_length=LONGEST, error_messages={"required": _("Write your message first.")}
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
