"""What is asked about the way home: needs, pathway, delay, the expected day, home care, a recovery bed?"""

from datetime import datetime, timedelta
from typing import Any

from django import forms

from homeward.directory import api as directory
from homeward.foundation.moments import london_day
from homeward.hospital import api as hospital
from homeward.web.flow.acts.forms import ActForm, WhenForm


def date_field(label: str, *, required: bool = True, wrong: str = "Enter a day.") -> forms.DateField:
    """A day, typed or chosen."""
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(format="%Y-%m-%d"), input_formats=("%Y-%m-%d", "%d/%m/%Y"),
        error_messages={"required": wrong, "invalid": "Enter the day as day/month/year."},
    )  # fmt: skip


def hours_field(label: str, *, required: bool = True, least: float = 0.25) -> forms.DecimalField:
    """Hours a week."""
    return forms.DecimalField(
        label=label, min_value=least, max_value=168, decimal_places=2, required=required,
        error_messages={"required": "Enter the hours a week.", "invalid": "Enter the hours a week as a number, such as 10.5."},
    )  # fmt: skip


def bed_sites(at: datetime) -> list[tuple[str, str]]:
    """Every site with beds for recovery, with what is free there as it was last said."""
    return [(code, f"{name}, {words}") for code, name, words in hospital.bed_sites(at=at)]


class DescribeForm(ActForm):
    """What they need, under one heading."""

    area = forms.ChoiceField(label="What is this about", error_messages={"required": "Choose what this is about."})
    words = forms.CharField(
        label="What they need", widget=forms.Textarea, max_length=2000, help_text="For example: washes her face herself, needs help with her legs in the morning",
        error_messages={"required": "Describe what they need help with, and when."},
    )  # fmt: skip

    def prepare(self, asked: Any) -> None:
        self.offer("area", [("", "Choose"), *((each.code, each.title) for each in hospital.policy().areas_of_need)])
        self.fields["area"].initial = asked.get("area", "")


class RecommendForm(ActForm):
    """The way home that would be best."""

    pathway = forms.ChoiceField(label="Which way home would be best", widget=forms.RadioSelect, error_messages={"required": "Choose a way home."})  # fmt: skip
    words = forms.CharField(label="Why", max_length=500, required=False)

    def prepare(self, asked: Any) -> None:
        self.offer("pathway", [(each.code, f"{each.title}: {each.plain_words}") for each in hospital.policy().pathways])


class AgreeForm(ActForm):
    """The way home that is agreed, and why it is another one than was recommended."""

    pathway = forms.ChoiceField(label="Which way home is agreed", widget=forms.RadioSelect, error_messages={"required": "Choose a way home."})  # fmt: skip
    why_code = forms.ChoiceField(label="If it is not the one recommended, why", required=False)
    why_words = forms.CharField(label="In your own words", max_length=500, required=False)
    review_on = date_field("Look at it again on", required=False)
    bed_site = forms.ChoiceField(
        label="If it is a recovery bed, keep one for a day at", required=False, help_text="Its team is asked at once. Where none is free the need is counted, and stays with you."
    )  # fmt: skip

    def prepare(self, asked: Any) -> None:
        words, found = hospital.policy(), hospital.stay(self.thing, at=self.at)
        self.offer(
            "pathway",
            [
                (each.code, each.title + (" (recommended)" if found and each.code == found.recommended else ""))
                for each in words.pathways
            ],
        )
        self.offer(
            "why_code", [("", "It is the one recommended"), *((each.code, each.title) for each in words.why_otherwise)]
        )
        self.fields["pathway"].initial = found.recommended if found else ""
        self.offer("bed_site", [("", "No bed yet"), *bed_sites(self.at)])


class DelayForm(ActForm):
    """What holds them here."""

    code = forms.ChoiceField(label="What do they wait for", required=False)
    words = forms.CharField(label="In your own words", max_length=500, required=False)

    def prepare(self, asked: Any) -> None:
        self.offer(
            "code",
            [("", "Nothing holds them any more"), *((each.code, each.title) for each in hospital.policy().delays)],
        )


class ExpectForm(ActForm):
    """The day to plan towards."""

    expected_on = date_field("Expected to leave on", wrong="Enter the day they are expected to leave.")


class HomeCareForm(ActForm):
    """Who finds it, how much, from when?"""

    team = forms.ChoiceField(label="Who finds it", error_messages={"required": "Choose who finds the home care."})
    hours = hours_field("Hours a week")
    start_on = date_field("Needed from", wrong="Enter the day it is needed from.")
    words = forms.CharField(label="Anything the provider must know", max_length=500, required=False)

    def prepare(self, asked: Any) -> None:
        place = directory.place()
        providers = place.services[hospital.policy().home_care].providers
        teams = dict.fromkeys(provider.team for provider in providers)
        self.offer("team", [("", "Choose"), *((code, place.teams[code].name) for code in teams)])
        self.fields["start_on"].initial = london_day(self.at) + timedelta(days=1)


class KeepBedForm(ActForm):
    """Where is a bed kept?"""

    site = forms.ChoiceField(label="Where", widget=forms.RadioSelect, error_messages={"required": "Choose where the bed is."})

    def prepare(self, asked: Any) -> None:
        self.offer("site", bed_sites(self.at))


class AcceptBedForm(ActForm):
    """Nothing more is asked: the button says it."""


class RefuseBedForm(ActForm):
    """Why can they not come?"""

    words = forms.CharField(
        label="Why they cannot come to this bed", max_length=150, help_text="For example: needs two people at night, and we have one",
        error_messages={"required": "Say why they cannot come to this bed."},
    )  # fmt: skip


class BedForm(WhenForm):
    """Which bed, since when, and how did they come?"""

    site = forms.ChoiceField(label="Where is the bed", error_messages={"required": "Choose where the bed is."})
    bed = forms.CharField(
        label="Bed", max_length=20, help_text="Its name on the capacity page, for example Bed 7. It is taken there for them.",
        error_messages={"required": "Enter which bed it is."},
    )  # fmt: skip
    barthel = forms.IntegerField(label="Barthel index, out of 20", min_value=0, max_value=20, required=False)
    expected_on = date_field("Expected to leave on", required=False)
    field_order = ("site", "bed", "day", "time", "barthel", "expected_on")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        self.offer(
            "site", [("", "Choose"), *((code, each.name) for code, each in directory.place().recovery_beds.items())]
        )
