"""How is a board put together? Title, question, and beside each number its place from 1 to 9; works without scripts."""

from collections.abc import Sequence
from typing import Any

from django import forms

from homeward.grammar.api import MOST_NUMBERS, Measure


class BoardForm(forms.Form):
    """One field `p-<code>` a measure; empty means that it is not on the board. Two in one place stand in the list's order."""

    title = forms.CharField(
        label="Title", max_length=120, error_messages={"required": "Give the board a title, so that you find it again."}
    )
    question = forms.CharField(label="Which question does it answer?", max_length=240, required=False)

    def __init__(self, data: Any = None, *, catalogue: Sequence[Measure], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for measure in catalogue:
            self.fields[f"p-{measure.code}"] = forms.IntegerField(
                label=measure.title, required=False, min_value=1, max_value=99,
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), f"Give ‘{measure.title}’ a place from 1 to {MOST_NUMBERS}, or leave it empty."),
            )  # fmt: skip

    def chosen(self) -> list[str]:
        """Codes in the order of their places."""
        placed = [
            (place, number, name.removeprefix("p-"))
            for number, (name, place) in enumerate(self.cleaned_data.items())
            if name.startswith("p-") and place
        ]
        return [code for _, _, code in sorted(placed)]


def initial(title: str, question: str, codes: Sequence[str]) -> dict[str, Any]:
    """What stands in the form of a board that is there already."""
    return {"title": title, "question": question, **{f"p-{code}": place for place, code in enumerate(codes, start=1)}}
