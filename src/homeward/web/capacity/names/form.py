"""What is asked when a team names its beds? What each is called, and in which is somebody who is not shown here."""

from typing import Any

from django import forms

from homeward.capacity.api import UnitRow


class NamesForm(forms.Form):
    """One name a line. `shown`: what each is called now; of the others it must be said whether somebody is in them."""

    labels = forms.CharField(
        label="What is each called?", max_length=25_000, widget=forms.Textarea,
        help_text="One a line, for example Bed 1. One that somebody is in, or that is kept for somebody, stays until it is empty.",
        error_messages={"required": "Name at least one bed or place."},
    )  # fmt: skip
    taken = forms.CharField(
        label="In which of them is somebody whom Homeward does not know of?", max_length=25_000, required=False, widget=forms.Textarea,
        help_text="One a line, named as above. Nobody else can be given these until you take them off this list.",
    )  # fmt: skip
    nobody = forms.BooleanField(label="Nobody is in any of the others", required=False)

    def __init__(self, *args: Any, shown: list[UnitRow], **kwargs: Any) -> None:
        known = {
            "labels": "\n".join(each.label for each in shown),
            "taken": "\n".join(each.label for each in shown if each.taken == "outside" and each.by_unit),
        }
        super().__init__(*args, **{"initial": known, **kwargs})

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if not typed.get("taken", "").strip() and not typed.get("nobody"):
            self.add_error("nobody", "Name those that somebody is in, or tick that nobody is in any of the others.")
        return typed
