"""What is needed, what does the person want, and what is risky? The referrer states the need and chooses no service."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.grammar.api import Place
from homeward.web.offering import offer

WORDS = 4000


class NeedForm(forms.Form):
    """The need. Its choices are the place's."""

    need = forms.ChoiceField(
        label=_("What is needed?"),
        choices=[],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is needed. If you cannot tell, choose ‘Not sure’.")},
    )
    words = forms.CharField(
        label=_("What has happened?"), max_length=WORDS, widget=forms.Textarea,
        error_messages={"required": _("Say what has happened, in a sentence or two.")},
    )  # fmt: skip
    wants = forms.CharField(
        label=_("What does the person want?"), max_length=WORDS, required=False, widget=forms.Textarea
    )
    risks = forms.MultipleChoiceField(
        label=_("Danger signs"), choices=[], required=False, widget=forms.CheckboxSelectMultiple
    )
    risk_words = forms.CharField(
        label=_("Is there anything that could harm the person or a visitor?"), max_length=1000, required=False
    )
    urgency = forms.ChoiceField(label=_("How soon do you think help is needed?"), choices=[], required=False)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        needs = sorted(place.needs.values(), key=lambda need: (not need.two_hour_need, need.title))
        self.needs = {need.code: need for need in needs}
        offer(self, "need", [(need.code, need.title) for need in needs])
        offer(self, "risks", sorted({(flag.code, flag.words) for need in needs for flag in need.red_flags}))
        soonest = sorted(place.urgencies.values(), key=lambda urgency: urgency.order)
        offer(self, "urgency", [("", _("The hub decides")), *((each.code, each.title) for each in soonest)])

    @property
    def chosen(self) -> Any:
        """The need chosen so far, or None."""
        return self.needs.get(str(self["need"].value() or ""))

    @property
    def ticked(self) -> list[str]:
        """The danger signs ticked so far, in words."""
        return [f"{flag.words}: {flag.do_now}" for flag in self.flags if flag.code in (self["risks"].value() or [])]

    @property
    def flags(self) -> Any:
        """The danger signs of the need chosen so far."""
        return self.chosen.red_flags if self.chosen else ()

    def clean_risks(self) -> list[str]:
        """Only those of the need that was chosen: a sign ticked under another need is not lost, it is put in words."""
        return list(self.cleaned_data["risks"])


class SenderForm(forms.Form):
    """Who is asking, so that the hub can ring back."""

    sender_name = forms.CharField(
        label=_("Your name"), max_length=120, error_messages={"required": _("Enter your name.")}
    )
    sender_role = forms.CharField(label=_("Your role"), max_length=120, required=False)
    sender_phone = forms.CharField(
        label=_("Telephone number to ring you back on"), max_length=40,
        error_messages={"required": _("Enter a telephone number, so that the hub can ring you back.")},
    )  # fmt: skip
