"""What is somebody asked who asks for help for themselves? As little as the hub needs, in the plainest words."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from homeward.grammar.api import Need, Place
from homeward.referrals.api import NOT_SURE
from homeward.web.offering import offer, offered
from homeward.web.refer.need.need_form import NeedForm, SenderForm


class AskForm(NeedForm, SenderForm):
    """The need form, speaking to the person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = _asked_for_oneself(kwargs["place"], self.needs)
        offer(self, "need", [(need.code, need.title) for need in self.needs.values()])
        labels = {
            "need": _("What do you need help with?"),
            "words": _("Tell us what has happened"),
            "wants": _("What matters most to you?"),
            "risk_words": _("Is there anything we should know before we visit?"),
            "urgency": _("When do you need help?"),
            "sender_phone": _("What number can we ring you on?"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        offer(self, "urgency", [("", _("I am not sure")), *offered(self, "urgency")[1:]])
        self.fields["need"].error_messages["required"] = _(
            "Choose what you need help with. If you cannot tell, choose ‘Not sure’."
        )
        self.fields["words"].error_messages["required"] = _("Tell us what has happened, in a sentence or two.")
        self.fields["sender_phone"].error_messages["required"] = _("Enter a number we can ring you on.")
        for name in ("sender_name", "sender_role"):
            self.fields[name] = forms.CharField(required=False, widget=forms.HiddenInput, max_length=120)


def _asked_for_oneself(place: Place, needs: dict[str, Need]) -> dict[str, Need]:
    """Those that a service takes without anybody else's referral, and not being sure; all when no service says."""
    met = {code for service in place.services.values() if service.self_referral for code in service.needs_met}
    found = {code: need for code, need in needs.items() if code in met or code == NOT_SURE}
    return found if met else needs
