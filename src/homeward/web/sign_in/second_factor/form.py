"""What does the second factor ask?"""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

WRONG = _("That code is not right. Enter the code that your app shows now, or one of your recovery codes.")
TOO_MANY = _("There were too many attempts. Wait 5 minutes, then try again.")


class CodeForm(AuthenticateForm):
    """The six figures of an authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = forms.CharField(
            label=_("Security code"),
            max_length=20,
            help_text=_("Open your authenticator app and enter the 6 figures it shows."),
            error_messages={"required": _("Enter the security code.")},
        )

    def clean_code(self) -> str:
        if settings.HOMEWARD_DEMO:
            self._allow_again(self.cleaned_data["code"])
        try:
            return str(super().clean_code())
        except forms.ValidationError as refused:
            limited = refused.code == "too_many_login_attempts"
            raise forms.ValidationError(TOO_MANY if limited else WRONG) from refused

    def _allow_again(self, code: str) -> None:
        """A demonstration shows its codes to everyone, so that a used code may serve a second visitor."""
        for kept in Authenticator.objects.filter(user=self.user, type=Authenticator.Type.TOTP):
            cache.delete(TOTP(kept)._get_used_cache_key(code))
