"""Which acts are there on a request for home care, what does each ask, and what does it do?"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.hospital import api as hospital
from homeward.web.flow.acts.act import Act, by_slug
from homeward.web.flow.acts.forms import ActForm, WhenForm
from homeward.web.flow.acts.stay_forms import date_field, hours_field

OFF_LEDGER = "off-ledger"


class OfferForm(ActForm):
    """Who offers how much, from when?"""

    provider = forms.CharField(
        label="Which provider", max_length=120, error_messages={"required": "Enter who offers it."}
    )
    hours = hours_field("Hours a week")
    can_start_on = date_field("Can start on", wrong="Enter the day they can start.")
    line = forms.ChoiceField(
        label="Whose hours are these", error_messages={"required": "Choose whose hours these are."}
    )

    def prepare(self, asked: Any) -> None:
        found = hospital.home_care(self.thing)
        self.fields["hours"].initial = found.row.hours_wanted if found else None
        self.fields["can_start_on"].initial = london_day(self.at)
        lines = hospital.home_care_lines(found.row.team_code, at=self.at) if found else []
        names = directory.place().teams
        self.offer(
            "line",
            [
                *((str(each.line_id), f"{each.site or names[each.team_code].name}: {each.words}") for each in lines),
                (OFF_LEDGER, "Nobody's on the ledger: bought for this person alone"),
            ],
        )


class TakeForm(ActForm):
    """Which offer is taken?"""

    offer_id = forms.TypedChoiceField(
        label="Which offer", coerce=UUID, widget=forms.RadioSelect, error_messages={"required": "Choose an offer. Write one down first if there is none."}
    )  # fmt: skip

    def prepare(self, asked: Any) -> None:
        found = hospital.home_care(self.thing)
        offers = [each for each in found.offers if each.state == "open"] if found else []
        self.offer(
            "offer_id",
            [
                (
                    str(each.id),
                    f"{each.provider}: {each.hours.normalize():f} hours a week from {each.can_start_on:%-d %B}",
                )
                for each in offers
            ],
        )


class StartForm(WhenForm):
    """When did it begin, with how much?"""

    hours = hours_field("Hours a week it begins with")
    field_order = ("hours", "day", "time")

    def prepare(self, asked: Any) -> None:
        super().prepare(asked)
        found = hospital.home_care(self.thing)
        self.fields["hours"].initial = found.row.hours_now if found else None


class TaperForm(ActForm):
    """How much is it now?"""

    hours = hours_field("Hours a week from now on")
    words = forms.CharField(label="What changed", max_length=500, required=False)


class HandBackForm(ActForm):
    """Why can they not go on?"""

    why_code = forms.ChoiceField(
        label="Why", widget=forms.RadioSelect, error_messages={"required": "Choose why it was handed back."}
    )
    words = forms.CharField(label="In your own words", max_length=500, required=False)

    def prepare(self, asked: Any) -> None:
        self.offer("why_code", [(each.code, each.title) for each in hospital.policy().why_handed_back])


class EndForm(WhenForm):
    """When did it end, and what do they go on with?"""

    hours = hours_field("Hours of care a week they go on with", required=False, least=0)
    words = forms.CharField(label="If nobody knows the hours, why", max_length=500, required=False)
    field_order = ("hours", "words", "day", "time")


def _offer(form: OfferForm, thing: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    line = told["line"]
    return hospital.offer_home_care(
        request_id=thing, provider=told["provider"], hours=told["hours"], can_start_on=told["can_start_on"],
        line_id=None if line == OFF_LEDGER else UUID(line), off_ledger=line == OFF_LEDGER, by=by, at=at,
    )  # fmt: skip


def _take(form: TakeForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.take_offer(request_id=thing, offer_id=form.cleaned_data["offer_id"], by=by, at=at)


def _start(form: StartForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.start_home_care(
        request_id=thing, started_at=form.moment(), hours=form.cleaned_data["hours"], by=by, at=at
    )


def _taper(form: TaperForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.taper_home_care(request_id=thing, **form.cleaned_data, by=by, at=at)


def _hand_back(form: HandBackForm, thing: UUID, by: Actor, at: datetime) -> object:
    return hospital.hand_back_home_care(request_id=thing, **form.cleaned_data, by=by, at=at)


def _end(form: EndForm, thing: UUID, by: Actor, at: datetime) -> object:
    told = form.cleaned_data
    return hospital.end_home_care(
        request_id=thing, ended_at=form.moment(), hours=told["hours"], words=told["words"], by=by, at=at
    )


CARE_ACTS = by_slug((
    Act(
        slug="offer", title="Write down an offer", permission="home_care.offer", form=OfferForm, states=("asked",), run=_offer,
        lead="What a provider says they can do. Several offers can stand side by side.", button="Write it down", done="Written down.",
    ),
    Act(
        slug="take", title="Take an offer", permission="home_care.take", form=TakeForm, states=("asked",), run=_take,
        lead="The others are told no, and these hours are booked on the ledger of capacity.", button="Take it", done="Taken. Record when it begins.",
    ),
    Act(
        slug="start", title="Record that it began", permission="home_care.start", form=StartForm, states=("agreed",), run=_start,
        lead="The hours at the beginning are kept, to hold those at the end beside them.", button="It began", done="Recorded.",
    ),
    Act(
        slug="taper", title="Change the hours", permission="home_care.taper", form=TaperForm, states=("running",), run=_taper,
        lead="Fewer as they manage again; more when they need it.", button="Save", done="Saved.",
    ),
    Act(
        slug="hand-back", title="The provider hands it back", permission="home_care.hand_back", form=HandBackForm, states=("agreed", "running"),
        lead="The request is open again at once. Where the provider has nobody for it, its hours are offered to nobody until it says what it has.", button="Hand back", done="Handed back, and asked for again.",
        run=_hand_back, warning=True,
    ),
    Act(
        slug="end", title="Record that it ended", permission="home_care.end", form=EndForm, states=("asked", "agreed", "running"), run=_end,
        lead="Enter 0 when they manage without.", button="It ended", done="Recorded.", stays=False,
    ),
))  # fmt: skip
