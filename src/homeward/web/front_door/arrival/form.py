"""What is asked about somebody at the door? What is meant, once; then what was decided, and by whom."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.front_door.api import FreeBeds
from homeward.grammar.api import FrontDoor
from homeward.web.offering import offer
from homeward.web.visit.typed_time import moment_of, recent_days, typed_time
from homeward.web.words import clock_face

WAIT = "wait"
TAKEN_MEANWHILE = "That bed has been taken meanwhile. Choose another one."


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
    bed = forms.ChoiceField(label="Which bed?", required=False, error_messages={"invalid_choice": TAKEN_MEANWHILE})
    words = forms.CharField(label="Why, and what happens next", max_length=2000, required=False, widget=forms.Textarea)

    def __init__(self, *args: Any, door: FrontDoor, beds: Sequence[FreeBeds], asks_bed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taking = {each.decision_code: each for each in beds}
        offer(self, "decided", [(each.code, each.title) for each in door.decided])
        if asks_bed and beds:
            self.fields["bed"].label = f"If it is {' or '.join(each.decision.lower() for each in beds)}: which bed?"
            first = [("", "Choose a bed")] if any(each.free for each in beds) else []
            offer(self, "bed", [*first, *_offered(beds), (WAIT, "No bed now: they wait for one")])
        else:
            del self.fields["bed"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        beds = self.taking.get(typed.get("decided", ""))
        if beds and beds.free and "bed" in self.fields and not typed.get("bed") and "bed" not in self.errors:
            self.add_error("bed", "Choose a free bed, or say that they wait for one.")
        return typed

    def unit(self) -> UUID | None:
        """The bed chosen, where the decision takes one."""
        chosen = self.cleaned_data.get("bed", "")
        return UUID(chosen) if chosen not in ("", WAIT) and self.cleaned_data["decided"] in self.taking else None


class BedForm(forms.Form):
    """A free bed for somebody who waits for one."""

    bed = forms.ChoiceField(
        label="Which bed?", error_messages={"required": "Choose a free bed.", "invalid_choice": TAKEN_MEANWHILE}
    )

    def __init__(self, *args: Any, beds: Sequence[FreeBeds], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "bed", [("", "Choose a bed"), *_offered(beds)])

    def unit(self) -> UUID:
        """The bed chosen."""
        return UUID(self.cleaned_data["bed"])


class MoveForm(BedForm):
    """Another free bed for somebody who is in one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bed"].label = "To which bed?"


class LeftForm(forms.Form):
    """Where they went from the bed, and when."""

    to = forms.ChoiceField(
        label="Where did they go?", widget=forms.RadioSelect, error_messages={"required": "Choose where they went."}
    )
    day = forms.ChoiceField(label="Which day?", error_messages={"required": "Choose the day."})
    time = forms.CharField(
        label="At what time?", max_length=10, help_text="For example 14:05 or 2.05pm",
        error_messages={"required": "Enter the time."},
    )  # fmt: skip

    def __init__(self, *args: Any, left_for: Mapping[str, str], at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        offer(self, "to", list(left_for.items()))
        offer(self, "day", recent_days(at))
        self.fields["time"].initial = clock_face(at)

    def clean_time(self) -> tuple[int, int]:
        found = typed_time(self.cleaned_data["time"])
        if found is None:
            raise forms.ValidationError("Enter a time, such as 14:05 or 2.05pm.")
        return found

    def moment(self) -> datetime:
        """The moment that was meant."""
        return moment_of(date.fromisoformat(self.cleaned_data["day"]), self.cleaned_data["time"], now=self.at)


class UndoForm(forms.Form):
    """What was wrong in what was said about the bed."""

    wrong = forms.CharField(label="What was wrong?", max_length=500, error_messages={"required": "Say what was wrong."})


def _offered(beds: Sequence[FreeBeds]) -> list[tuple[str, str]]:
    several = len(beds) > 1
    return [
        (str(unit.id), f"{each.called(unit)}{f', {each.decision}' if several else ''}")
        for each in beds
        for unit in each.free
    ]
