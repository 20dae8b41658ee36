"""What does signing in with a password ask?"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

WRONG = _("The email address or password is not right. Check them and try again.")
TOO_MANY = _("There were too many attempts. Wait 5 minutes, then try again.")


class PasswordForm(forms.Form):
    """Email address and password, checked together so that neither says which was wrong."""

    email = forms.EmailField(
        label=_("Email address"), max_length=254, error_messages={"required": _("Enter your email address.")}
    )
    password = forms.CharField(
        label=_("Password"), max_length=200, strip=False, error_messages={"required": _("Enter your password.")}
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: AbstractBaseUser | None = None

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors:
            self.user = self._found(typed["email"], typed["password"])
            if self.user is None:
                self.add_error("email", WRONG)
        return typed

    def _found(self, email: str, password: str) -> AbstractBaseUser | None:
        try:
            found: AbstractBaseUser | None = get_adapter(self.request).authenticate(
                self.request, email=email, password=password
            )
        except (forms.ValidationError, ImmediateHttpResponse) as limited:
            raise forms.ValidationError(TOO_MANY) from limited
        return found
