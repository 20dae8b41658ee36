"""What is somebody asked who asks for help for themselves? As little as the hub needs, in the plainest words."""

from typing import Any

from django import forms

from homeward.web.refer.need.need_form import NeedForm, SenderForm


class AskForm(NeedForm, SenderForm):
    """The need form, speaking to the person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "need": "What do you need help with?",
            "words": "Tell us what has happened",
            "wants": "What matters most to you?",
            "risk_words": "Is there anything we should know before we visit?",
            "urgency": "When do you need help?",
            "sender_phone": "What number can we ring you on?",
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["urgency"].choices = [("", "I am not sure"), *list(self.fields["urgency"].choices)[1:]]
        self.fields["need"].error_messages["required"] = "Choose what you need help with. If you cannot tell, choose ‘Not sure’."
        self.fields["words"].error_messages["required"] = "Tell us what has happened, in a sentence or two."
        self.fields["sender_phone"].error_messages["required"] = "Enter a number we can ring you on."
        for name in ("sender_name", "sender_role"):
            self.fields[name] = forms.CharField(required=False, widget=forms.HiddenInput, max_length=120)
