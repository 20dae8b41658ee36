"""What is asked when somebody comes to the door? Who, how, when and why, on one page."""

from datetime import datetime, timedelta
from typing import Any

from django import forms

from homeward.foundation.moments import london
from homeward.front_door.api import signs_asked
from homeward.grammar.api import FrontDoor, Place
from homeward.web.offering import offer
from homeward.web.refer.need.chosen_person import ChosenPersonForm
from homeward.web.visit.typed_time import moment_of, typed_time


class ArriveForm(ChosenPersonForm):
    """One arrival at one door. The danger signs are those of the rule by which a crew rings first."""

    way = forms.ChoiceField(
        label="How did they come?", widget=forms.RadioSelect, error_messages={"required": "Choose how they came."}
    )
    arrived = forms.CharField(
        label="When did they come?", max_length=12, help_text="Like 14:05. A time that has not come yet today is yesterday’s.",
        error_messages={"required": "Enter the time, like 14:05."},
    )  # fmt: skip
    why = forms.CharField(label="Why have they come?", max_length=300, required=False)
    signs = forms.MultipleChoiceField(
        label="Any of these danger signs?", required=False, widget=forms.CheckboxSelectMultiple
    )
    door = forms.CharField(widget=forms.HiddenInput, max_length=80, required=False)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, place: Place, chosen: FrontDoor, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        flags = signs_asked(place.advice_lines[chosen.line].eligibility, place.needs.values())
        offer(self, "way", [(way.code, way.title) for way in chosen.ways])
        offer(self, "signs", [(flag.code, flag.words) for flag in flags])

    def clean_arrived(self) -> datetime:
        """The moment meant: today, or yesterday evening when that time has not come yet today."""
        time = typed_time(self.cleaned_data["arrived"])
        if time is None:
            raise forms.ValidationError("Enter the time as hours and minutes, like 14:05.")
        today = london(self.now).date()
        moment = moment_of(today, time, now=self.now)
        return moment if moment <= self.now else moment_of(today - timedelta(days=1), time, now=self.now)
