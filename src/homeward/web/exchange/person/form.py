"""What is asked about reaching a person?"""

from typing import Any

from django import forms

from homeward.directory.api import place

WAYS = (("", "No wish"), ("sms", "Text message"), ("email", "Email"), ("letter", "Letter"))


class WishForm(forms.Form):
    """The way they like best."""

    way = forms.ChoiceField(label="They prefer", choices=WAYS, required=False)


class DangerForm(forms.Form):
    """What must not be used, and why."""

    what = forms.ChoiceField(
        label="What must not be used?", error_messages={"required": "Choose what must not be used."}
    )
    reason = forms.CharField(
        label="Why?", max_length=300, help_text="For example: somebody else reads it, and that puts them in danger.",
        error_messages={"required": "Say why, so that nobody takes it away without knowing."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, values: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)
        what.choices = [
            ("", "Choose"),
            *values,
            *((f"way:{code}", f"Any {words.lower()}") for code, words in WAYS if code),
        ]


class SendForm(forms.Form):
    """Which of the messages that a colleague may send. `key` makes two presses of the button one message."""

    template = forms.ChoiceField(label="Message", error_messages={"required": "Choose a message."})
    key = forms.CharField(max_length=80, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offered = [(each.code, each.title) for each in place().messages.values() if each.moment == "asked_for"]
        template = self.fields["template"]
        assert isinstance(template, forms.ChoiceField)
        template.choices = [("", "Choose"), *offered] if len(offered) > 1 else offered
