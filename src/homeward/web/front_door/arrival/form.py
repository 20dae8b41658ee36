"""What is asked about somebody at the door? What is meant, once; then what was decided, and by whom."""

from typing import Any

from django import forms

from homeward.grammar.api import FrontDoor
from homeward.web.offering import offer


class MeantForm(forms.Form):
    """What is going to happen unless something changes it."""

    intended = forms.ChoiceField(
        label="Unless something changes it, what is going to happen?", widget=forms.RadioSelect,
        error_messages={"required": "Choose what is going to happen unless something changes it."},
    )  # fmt: skip

    def __init__(self, *args: Any, door: FrontDoor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "intended", [(each.code, each.title) for each in door.intended])


class DecidedForm(forms.Form):
    """The decision."""

    decided = forms.ChoiceField(
        label="What was decided?", widget=forms.RadioSelect, error_messages={"required": "Choose what was decided."}
    )
    decided_by = forms.CharField(
        label="Who decided?", max_length=120, error_messages={"required": "Name the person who decided."}
    )
    words = forms.CharField(label="Why, and what happens next", max_length=2000, required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, door: FrontDoor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "decided", [(each.code, each.title) for each in door.decided])
