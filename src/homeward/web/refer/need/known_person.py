"""Who is it for, when it may be somebody already here? With `known` nothing more need be said of them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.web.refer.need.person_form import PersonForm


class KnownPersonForm(PersonForm):
    """The person's own details, or one of the people shown beside the form."""

    known = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].label = "Where the person is now"
        if self.known_id():
            self.fields["family"].required = self.fields["birth_date"].required = False

    def known_id(self) -> UUID | None:
        """The person chosen among those already here."""
        try:
            return UUID(str(self["known"].value() or ""))
        except ValueError:
            return None

    def whom(self, *, by: Actor, at: datetime) -> UUID:
        """The person chosen, with the number typed when none was known of them, else found or added. Raises Invalid."""
        chosen = self.known_id()
        if chosen is None:
            return people.find_or_register(details=self.details(), by=by, at=at)[0].id
        people.keep_number(person_id=chosen, nhs_number=self.cleaned_data["nhs_number"], by=by, at=at)
        return chosen

    @property
    def nobody_asked(self) -> bool:
        """May the birth date be left out although nobody is chosen?"""
        return False

    def clean_birth_date(self) -> date:
        """Nothing is asked of somebody already known."""
        if (self.known_id() or self.nobody_asked) and not self.cleaned_data["birth_date"]:
            return date.min
        return super().clean_birth_date()
