"""What can be decided about a row of a delivery?"""

from typing import Any

from django import forms

from homeward.web.offering import offer


class DecideForm(forms.Form):
    """Take it or not; or, while it is in doubt whom it is about, the same person or somebody else."""

    decision = forms.ChoiceField(
        label="What shall hold?", widget=forms.RadioSelect, error_messages={"required": "Choose what shall hold."}
    )
    words = forms.CharField(
        label="Why it is not taken", required=False, max_length=500, widget=forms.Textarea,
        help_text="Only when you do not take it. Whoever sent it may read this.",
    )  # fmt: skip

    def __init__(self, *args: Any, doubtful: bool, person: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        about = [("same", "It is about the person proposed")] if person else []
        choices = (
            [*about, ("apart", "It is about somebody else: register them apart")]
            if doubtful
            else [("accept", "Take what came")]
        )
        offer(self, "decision", [*choices, ("reject", "Do not take it")])
