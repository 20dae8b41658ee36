"""What is asked when somebody is to act for another?"""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.access import api as access
from homeward.directory.api import place
from homeward.foundation.moments import at_london, london_day
from homeward.web.offering import offer
from homeward.web.refer.need.typed_day import typed_day


class ProxyForm(forms.Form):
    """Who, what they are to the person, what they may do, until when."""

    name = forms.CharField(
        label=_("Their full name"), max_length=200, error_messages={"required": _("Enter their name.")}
    )
    email = forms.EmailField(
        label=_("Their own email address"),
        error_messages={
            "required": _("Enter their email address."),
            "invalid": _("Enter an email address in the correct format, like name@example.com."),
        },
    )
    relation = forms.CharField(
        label="Who are they to the person?", max_length=60, help_text="For example: daughter, neighbour, attorney",
        error_messages={"required": _("Say who they are, like 'daughter' or 'attorney'.")},
    )  # fmt: skip
    scopes = forms.MultipleChoiceField(
        label=_("What may they do?"), choices=list(access.proxy.SCOPES.items()),
        error_messages={"required": _("Choose at least one thing that they may do.")},
    )  # fmt: skip
    until = forms.CharField(
        label=_("Until when?"), max_length=30, error_messages={"required": _("Enter the last day.")}
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        offer(self, "scopes", access.proxy.SCOPES.items())
        longest = london_day(at) + timedelta(days=place().access_policy.proxy_longest_days - 1)
        self.fields["until"].help_text = gettext("A day, not later than %(day)s") % {
            "day": f"{longest.day} {longest.month} {longest.year}"
        }

    def clean_until(self) -> datetime:
        """The end of the day that was typed."""
        today = london_day(self.at)
        day = typed_day(self.cleaned_data["until"], today=today.replace(month=1, day=1) + timedelta(days=365 * 5))
        if day is None:
            raise forms.ValidationError(_("Enter the day as day, month and year, like 31 3 2027."))
        if day < today:
            raise forms.ValidationError(_("Choose a later day for it to end."))
        return at_london(day + timedelta(days=1))


class StaffProxyForm(ProxyForm):
    """The same, and how it was checked that the person wants it."""

    checked = forms.CharField(
        label="How did you check it?", max_length=500, widget=forms.Textarea,
        help_text="For example: Mrs Cole told me so at home; or: lasting power of attorney for health seen",
        error_messages={"required": "Say how you checked that the person wants this, or which paper gives them the right."},
    )  # fmt: skip


class OwnProxyForm(ProxyForm):
    """The same, asked of the person themself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["relation"].label = _("Who are they to you?")
        offer(self, "scopes", ((code, _mine(words)) for code, words in access.proxy.SCOPES.items()))
        self.fields["relation"].help_text = _("For example: daughter, neighbour, friend")


def _mine(words: str) -> str:
    """'Their visits' as the person says it: 'My visits'."""
    return words.replace("Their", "My").replace("their", "my")
