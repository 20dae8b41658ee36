"""Is somebody like them here already? Then a human says which of them it is, or none, before anybody is written down anew."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django import forms

from homeward.foundation import nhs_number
from homeward.foundation.actions import Actor
from homeward.people import api as people
from homeward.people.api import ALMOST_CERTAIN, Likeness
from homeward.web.refer.need.already_open import FIRST_OF_JANUARY
from homeward.web.refer.need.known_person import KnownPersonForm
from homeward.web.refer.need.typed_day import typed_day

NONE = "none"
BEYOND_DOUBT = 20.0  # the NHS number, the birth date and the name all agree
WHICH = "Choose which of these people it is, or none of them."
CHANGED = "The details have changed since somebody was chosen. Choose again which of these people it is, or none of them."
NONE_BEFORE = "The details have changed since you said none of these people. Choose again which of them it is, or none of them."
NOBODY = "The person chosen is not like the details typed. Check the details, then save again."


class ChosenPersonForm(KnownPersonForm):
    """Saved only once it is said who is meant, whenever somebody here may be.

    'None of these' is said of the details as they stood: once the name, the birth date or the NHS number is another, it is asked
    again. `none_of` carries those details with the question.
    """

    none_of = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def in_question(self, found: Sequence[Likeness]) -> Sequence[Likeness]:
        """Those of the people `found` who may not be passed over in silence."""
        return found

    def must_choose(self, found: Sequence[Likeness]) -> bool:
        """Has a human to say which of those `found` it is, or none of them?"""
        return bool(self.in_question(found))

    @property
    def none_of_these(self) -> bool:
        """Has a human said of these very details that it is nobody shown?"""
        return bool(self["known"].value() == NONE and self["none_of"].value() == self.as_typed)

    @property
    def as_typed(self) -> str:
        """The details by which people are told apart, as they stand now: 'cole, ivy, 1941-05-06, 9990000018'."""
        born = str(self["birth_date"].value() or "")
        told = typed_day(born, today=self.today)
        names = (" ".join(str(self[name].value() or "").casefold().split())[:100] for name in ("family", "given"))
        number = nhs_number.normalise(str(self["nhs_number"].value() or ""))
        return ", ".join((*names, told.isoformat() if told else born.strip()[:30], number[:20]))

    def asks_which(self, found: Sequence[Likeness]) -> bool:
        """Blames the form, and says yes, while it is not said which of those `found` is meant."""
        chosen = self.known_id()
        if chosen is not None:
            typed = self.cleaned_data["family"] or self.cleaned_data["nhs_number"]
            if typed and chosen not in {each.person_id for each in found}:
                self.add_error("known", CHANGED if found else NOBODY)
                return True
            return False
        if self.none_of_these or not self.must_choose(found) or self._by_number(found):
            return False
        self.add_error("known", NONE_BEFORE if self["known"].value() == NONE else WHICH)
        return True

    def whom(self, *, by: Actor, at: datetime) -> UUID:
        """As for any form; whoever is none of those shown is somebody new."""
        if self.none_of_these:
            return people.register(details=self.details(), by=by, at=at).id
        return super().whom(by=by, at=at)

    def _by_number(self, found: Sequence[Likeness]) -> bool:
        number = self.cleaned_data["nhs_number"]
        return bool(number) and any(
            each.nhs_number == number and each.weight >= BEYOND_DOUBT and not each.caution for each in found
        )


class RungAboutForm(ChosenPersonForm):
    """On the telephone only somebody very like is asked about, so that a call is taken in under a minute."""

    def in_question(self, found: Sequence[Likeness]) -> Sequence[Likeness]:
        """Nearly certainly the same, and no twin. A first of January weighs less, and is no reason to be asked about less."""
        born = typed_day(str(self["birth_date"].value() or ""), today=self.today)
        enough = ALMOST_CERTAIN - (FIRST_OF_JANUARY if born and (born.month, born.day) == (1, 1) else 0)
        return [each for each in found if each.weight >= enough and not each.caution]
