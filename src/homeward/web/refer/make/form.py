"""What does somebody who refers from outside the hub fill in, once the person is known?"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from homeward.web.offering import offer, offered
from homeward.web.refer.need.need_form import NeedForm, SenderForm


class ReferForm(NeedForm, SenderForm):
    """The need, then who asks."""


class CarerForm(ReferForm):
    """The same, speaking to somebody who asks for a person they care for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "need": _("What do they need help with?"),
            "wants": _("What matters most to them?"),
            "risk_words": _("Is there anything we should know before we visit?"),
            "urgency": _("When do they need help?"),
            "sender_role": _("Who are you to them?"),
            "sender_phone": _("What number can we ring you on?"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        offer(self, "urgency", [("", _("I am not sure")), *offered(self, "urgency")[1:]])
        self.fields["sender_role"].required = True
        self.fields["sender_role"].error_messages["required"] = _(
            "Say who you are to them, for example their daughter or a neighbour."
        )
        self.fields["sender_phone"].error_messages["required"] = _("Enter a number we can ring you on.")
