"""What is asked of whoever advises? What was decided and by whom, the advice, and the safety net."""

from datetime import datetime
from typing import Any

from django import forms

from homeward.foundation.actions import Actor
from homeward.front_door.api import AdviceDetails, CallView
from homeward.web.advice.times import CHOICES, chosen_moment, usual
from homeward.web.offering import offer


class AdviseForm(forms.Form):
    """One signed advice. Its outcomes are the line's."""

    outcome = forms.ChoiceField(
        label="What was decided?", widget=forms.RadioSelect, error_messages={"required": "Choose what was decided."}
    )
    decided_by = forms.CharField(
        label="Who decided?", max_length=120, error_messages={"required": "Name the person who decided."}
    )
    decided_role = forms.CharField(
        label="What are they?", max_length=120, help_text="For example, consultant geriatrician or paramedic",
        error_messages={"required": "Say what the person who decided is."},
    )  # fmt: skip
    words = forms.CharField(
        label="The advice",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "Write down the advice."},
    )
    wants_words = forms.CharField(label="What does the person want?", max_length=1000, required=False)
    safety_words = forms.CharField(
        label="What should they watch for, and what do they do then?", max_length=2000, widget=forms.Textarea,
        error_messages={"required": "Say what to look out for, and what to do then."},
    )  # fmt: skip
    told = forms.CharField(
        label="Who was told?", max_length=200, error_messages={"required": "Say who was given the advice."}
    )
    again = forms.ChoiceField(
        label="When do we ring again?",
        choices=CHOICES,
        error_messages={"required": "Choose when somebody rings again."},
    )

    def __init__(self, data: Any = None, *, view: CallView, by: Actor, role: str, **kwargs: Any) -> None:
        first = {
            "decided_by": by.name, "decided_role": role, "told": view.call.caller_name, "again": usual(view.line.safety_net),
        }  # fmt: skip
        super().__init__(data, initial=first, **kwargs)
        offer(self, "outcome", [(each.code, each.title) for each in view.line.outcomes])

    def advice(self, *, at: datetime) -> AdviceDetails:
        """As the door takes it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "again"}
        return AdviceDetails(safety_due_at=chosen_moment(self.cleaned_data["again"], at=at), **typed)
