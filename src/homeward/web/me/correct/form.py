"""What is somebody asked whose details are wrong?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.web.me.write.form import LONGEST


class CorrectForm(forms.Form):
    """What is wrong, and what is right."""

    words = forms.CharField(
        label=_("What is wrong, and what should it say?"),
        max_length=LONGEST,
        error_messages={"required": _("Say what is wrong, and what is right.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
