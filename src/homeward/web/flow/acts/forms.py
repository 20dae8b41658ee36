"""What is asked when something about a stay is written down?"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.directory import api as directory
from homeward.hospital import api as hospital
from homeward.web.visit.typed_time import moment_of, recent_days, typed_time
from homeward.web.words import clock_face

Choices = list[tuple[str, str]]


class ActForm(forms.Form):
    """A form about one stay, which knows the moment it is asked at and what it was asked about."""

    def __init__(self, data: Any = None, *, at: datetime, thing: UUID, asked: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.at, self.thing = at, thing
        self.prepare(asked or {})

    def prepare(self, asked: Any) -> None:
        """Fill the choices that depend on the place."""

    def offer(self, field: str, choices: Choices) -> None:
        """Give a field its choices."""
        found = self.fields[field]
        assert isinstance(found, forms.ChoiceField)
        found.choices = choices


class WhenForm(ActForm):
    """A form that asks on which day and at what time something was so."""

    day = forms.ChoiceField(label="Day", error_messages={"required": "Choose the day."})
    time = forms.CharField(label="Time", max_length=10, help_text="For example 14:05 or 2.05pm", error_messages={"required": "Enter the time."})  # fmt: skip

    def prepare(self, asked: Any) -> None:
        self.offer("day", recent_days(self.at))
        self.fields["time"].initial = clock_face(self.at)

    def clean_time(self) -> tuple[int, int] | None:
        found = typed_time(self.cleaned_data["time"])
        if found is None:
            raise forms.ValidationError("Enter a time, such as 14:05 or 2.05pm.")
        return found

    def moment(self) -> datetime:
        """The moment that was meant."""
        return moment_of(date.fromisoformat(self.cleaned_data["day"]), self.cleaned_data["time"], now=self.at)


class CriteriaForm(WhenForm):
    """Do they need to be in hospital, why, and since when?"""

    meets = forms.ChoiceField(
        label="Do they need to be in hospital?", widget=forms.RadioSelect,
        choices=[("no", "No, they could leave"), ("yes", "Yes")],
        error_messages={"required": "Choose whether they need to be in hospital."},
    )  # fmt: skip
    reasons = forms.MultipleChoiceField(
        label="If yes, why", widget=forms.CheckboxSelectMultiple, required=False, help_text="Choose all that hold"
    )
    words = forms.CharField(label="Anything to add", widget=forms.Textarea, required=False, max_length=1000)
    field_order = ("meets", "reasons", "day", "time", "words")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        self.offer("reasons", [(each.code, each.title) for each in hospital.policy().criteria])


class VoidForm(ActForm):
    """Which entry was wrong, and how?"""

    number = forms.IntegerField(
        widget=forms.HiddenInput, error_messages={"required": "Choose the entry on the stay's page."}
    )
    words = forms.CharField(label="What was wrong with it", widget=forms.Textarea, max_length=1000, error_messages={"required": "Say what was wrong with it."})  # fmt: skip

    def prepare(self, asked: Any) -> None:
        self.fields["number"].initial = asked.get("number", "")


class StrikeForm(ActForm):
    """How did it come to be entered for the wrong person?"""

    words = forms.CharField(
        label="How it came to be entered for them", widget=forms.Textarea, max_length=1000,
        help_text="For example: the ward’s system used the number of the man in the next bed",
        error_messages={"required": "Say how it came to be entered for them."},
    )  # fmt: skip


class MoveForm(WhenForm):
    """Where do they lie now?"""

    ward = forms.ChoiceField(label="Ward they came to", error_messages={"required": "Choose the ward."})
    bed = forms.CharField(label="Bed", max_length=20, required=False)
    field_order = ("ward", "bed", "day", "time")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        self.offer("ward", [("", "Choose"), *wards()])


class LeaveForm(WhenForm):
    """When did they leave, for where?"""

    destination = forms.ChoiceField(label="Where did they go", widget=forms.RadioSelect, error_messages={"required": "Choose where they went."})  # fmt: skip
    pathway = forms.ChoiceField(label="Which way home was it really", required=False)
    why_code = forms.ChoiceField(label="If it is not the one recommended, why", required=False)
    why_words = forms.CharField(label="In your own words", max_length=500, required=False)
    field_order = ("destination", "pathway", "why_code", "why_words", "day", "time")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        words = hospital.policy()
        self.offer("pathway", [("", "As agreed"), *((each.code, each.title) for each in words.pathways)])
        self.offer(
            "why_code", [("", "It is the one recommended"), *((each.code, each.title) for each in words.why_otherwise)]
        )
        self.offer("destination", [(each.code, each.title) for each in hospital.policy().destinations])


class StepForm(ActForm):
    """What has to be done, by which one team, by when?"""

    title = forms.CharField(
        label="What has to be done", max_length=200, error_messages={"required": "Say what has to be done."}
    )
    owner_team = forms.ChoiceField(label="Which one team does it", error_messages={"required": "Choose the one team that will do it."})  # fmt: skip
    within = forms.TypedChoiceField(
        label="By when", coerce=float, initial="24",
        choices=[("2", "Within 2 hours"), ("4", "Within 4 hours"), ("24", "Within a day"), ("48", "Within 2 days"), ("168", "Within a week")],
    )  # fmt: skip

    def prepare(self, asked: Any) -> None:
        teams = sorted((team.name, code) for code, team in directory.place().teams.items())
        self.offer("owner_team", [("", "Choose"), *((code, name) for name, code in teams)])


def wards() -> Choices:
    """Every ward of every hospital, as hospital|ward."""
    return [
        (f"{code}|{ward.code}", f"{each.name}: {ward.name}")
        for code, each in hospital.hospitals().items()
        for ward in each.wards
    ]
