"""What is asked of whoever has looked at two records?"""

from collections.abc import Iterable
from typing import Any

from django import forms

from homeward.web.offering import Choice, offer

VERDICTS = (
    ("same", "They are one person"),
    ("different", "They are two people"),
    ("unsure", "I am not sure yet"),
)


class MatchForm(forms.Form):
    """One person, two people or not sure; which record is kept; and how the reviewer knows."""

    verdict = forms.ChoiceField(
        label="What do you say?", choices=VERDICTS, widget=forms.RadioSelect,
        error_messages={"required": "Say whether they are one person, two people, or that you are not sure."},
    )  # fmt: skip
    keep = forms.ChoiceField(
        label="If they are one person, which record is kept?", required=False, widget=forms.RadioSelect,
        help_text="Everything of the other goes along. Its name, number and address become former ones where the kept record has its own.",
    )  # fmt: skip
    reason = forms.CharField(
        label="How do you know?", max_length=2000, widget=forms.Textarea,
        help_text="For example: rang the practice, they have one patient of that name.",
        error_messages={"required": "Say how you know, or what is still to be found out."},
    )  # fmt: skip

    def __init__(self, *args: Any, records: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "keep", records)

    def clean(self) -> dict[str, Any]:
        """One person needs a record to keep."""
        typed = super().clean() or {}
        if typed.get("verdict") == "same" and not typed.get("keep"):
            self.add_error("keep", "Choose which record is kept.")
        return typed
