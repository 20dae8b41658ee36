"""What does somebody who refers from outside the hub fill in, once the person is known?"""

from typing import Any

from homeward.web.offering import offer, offered
from homeward.web.refer.need.need_form import NeedForm, SenderForm


class ReferForm(NeedForm, SenderForm):
    """The need, then who asks."""


class CarerForm(ReferForm):
    """The same, speaking to somebody who asks for a person they care for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "need": "What do they need help with?",
            "wants": "What matters most to them?",
            "risk_words": "Is there anything we should know before we visit?",
            "urgency": "When do they need help?",
            "sender_role": "Who are you to them?",
            "sender_phone": "What number can we ring you on?",
        }
        for name, label in labels.items():
            self.fields[name].label = label
        offer(self, "urgency", [("", "I am not sure"), *offered(self, "urgency")[1:]])
        self.fields["sender_role"].required = True
        self.fields["sender_role"].error_messages["required"] = (
            "Say who you are to them, for example their daughter or a neighbour."
        )
        self.fields["sender_phone"].error_messages["required"] = "Enter a number we can ring you on."
