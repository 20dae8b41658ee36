"""What does each move ask for? One form a move; lists of reasons and of next owners come from the place and the referral."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms

from homeward.web.offering import offer

LONGEST = 4000
Choice = tuple[str, str]  # code and words
CHECKS = {
    "30": "In 30 minutes",
    "60": "In 1 hour",
    "120": "In 2 hours",
    "240": "In 4 hours",
    "1440": "In 24 hours",
    "4320": "In 3 days",
}


class MoveForm(forms.Form):
    """Every move carries the version it was decided on, so that nobody's work is overwritten."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)


class WordsForm(MoveForm):
    """A move that is only words."""

    words = forms.CharField(label="Words", max_length=LONGEST, widget=forms.Textarea)


class PlainForm(MoveForm):
    """A move that asks for nothing but may be explained."""

    words = forms.CharField(label="Anything to add", max_length=LONGEST, required=False, widget=forms.Textarea)


class ReasonForm(MoveForm):
    """A move with a reason from a list, and words when the reason asks for them."""

    reason_code = forms.ChoiceField(
        label="Reason", widget=forms.RadioSelect, choices=[], error_messages={"required": "Choose a reason."}
    )
    words = forms.CharField(label="In your own words", max_length=LONGEST, required=False, widget=forms.Textarea)

    def offer(self, reasons: Iterable[Choice], question: str) -> None:
        """The reasons of one list, under its question."""
        self.fields["reason_code"].label = question
        offer(self, "reason_code", list(reasons))


class DeclineForm(ReasonForm):
    """A reason and the next owner: a need is never left with nobody."""

    field_order = ("reason_code", "words", "next_owner")
    next_owner = forms.ChoiceField(
        label="Who owns it next?",
        widget=forms.RadioSelect,
        choices=[],
        error_messages={"required": "Choose who owns this need next. It cannot be left with nobody."},
    )

    def offer_owners(self, owners: Iterable[Choice]) -> None:
        """Hubs and other services, as code and words."""
        offer(self, "next_owner", list(owners))


class AdviseForm(MoveForm):
    """Advice as a signed record: what, to whom, what to do if it gets worse, and whether that is all."""

    words = forms.CharField(
        label="What do you advise?", max_length=LONGEST, widget=forms.Textarea,
        error_messages={"required": "Write down the advice."},
    )  # fmt: skip
    safety_net_words = forms.CharField(
        label="What should they do if it gets worse?", max_length=LONGEST, widget=forms.Textarea,
        error_messages={"required": "Say what to do if it gets worse."},
    )  # fmt: skip
    told = forms.CharField(
        label="Who did you tell?", max_length=200, error_messages={"required": "Say who was told the advice."}
    )
    closes = forms.ChoiceField(
        label="Is that all that is needed?",
        widget=forms.RadioSelect,
        choices=[("no", "No: it stays open, and someone checks again"), ("yes", "Yes: close it with this advice")],
        error_messages={"required": "Choose whether the referral stays open."},
    )
    check = forms.ChoiceField(label="Check again", required=False, choices=[("", "Choose when"), *CHECKS.items()])

    def clean(self) -> dict[str, Any]:
        """A need that stays open says when it is looked at again."""
        typed = super().clean() or {}
        if typed.get("closes") == "no" and not typed.get("check"):
            self.add_error("check", "Choose when someone checks again.")
        return typed

    def check_after(self) -> timedelta | None:
        """How long until the check; None when it closes."""
        chosen = self.cleaned_data.get("check")
        return timedelta(minutes=int(chosen)) if self.cleaned_data["closes"] == "no" and chosen else None


class CloseForm(MoveForm):
    """How it ended."""

    outcome_code = forms.ChoiceField(
        label="How did it end?",
        widget=forms.RadioSelect,
        choices=[],
        error_messages={"required": "Choose how it ended."},
    )
    words = forms.CharField(label="Anything to add", max_length=LONGEST, required=False, widget=forms.Textarea)

    def offer(self, outcomes: Iterable[Choice]) -> None:
        """The outcomes that fit where the referral stands."""
        offer(self, "outcome_code", list(outcomes))


class SecondLookForm(MoveForm):
    """Agree that it can wait, or not."""

    agree = forms.ChoiceField(
        label="Can this wait?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, I agree with the lower urgency"), ("no", "No, keep the sooner urgency")],
        error_messages={"required": "Choose whether you agree."},
    )
    words = forms.CharField(label="Why", max_length=LONGEST, required=False, widget=forms.Textarea)


class ReferOnForm(MoveForm):
    """Several teams at once, and perhaps another need that was found."""

    targets = forms.MultipleChoiceField(
        label="Which teams are asked to help with this need?",
        choices=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    other_need = forms.ChoiceField(label="Another need that was found", choices=[], required=False)
    words = forms.CharField(
        label="What are they asked to do?", max_length=LONGEST, widget=forms.Textarea,
        error_messages={"required": "Say what each team is asked to do."},
    )  # fmt: skip

    def offer(self, targets: Iterable[Choice], needs: Iterable[Choice]) -> None:
        """The services that fit, and the needs that another part may have."""
        offer(self, "targets", list(targets))
        offer(self, "other_need", [("", "None"), *needs])

    def clean(self) -> dict[str, Any]:
        """At least one team or need."""
        typed = super().clean() or {}
        if not typed.get("targets") and not typed.get("other_need"):
            self.add_error("targets", "Choose at least one team, or another need.")
        return typed
