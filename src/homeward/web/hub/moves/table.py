"""Every move that is asked for by a plain form: its words, its permission, its form and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow
from homeward.web.hub.moves import forms, lists

Prepare = Callable[[Any, BoardRow, Actor, datetime], None]
Act = Callable[[Any, UUID, Actor, datetime, int], object]


def _nothing(form: Any, row: BoardRow, by: Actor, at: datetime) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class MovePage:
    """One move. `kind` is its name in the table of moves; `done` is said afterwards."""

    slug: str
    kind: str
    title: str
    lead: str
    button: str
    done: str
    form: type[forms.MoveForm]
    act: Act
    prepare: Prepare = _nothing
    labels: Mapping[str, str] = field(default_factory=dict)
    warning: bool = False

    @property
    def permission(self) -> str:
        return f"referral.{self.kind}"


def _reasons_for(use: Literal["hand_back", "revoke", "reopen", "undo"]) -> Prepare:
    def prepare(form: Any, row: BoardRow, by: Actor, at: datetime) -> None:
        offered = getattr(referrals.next_moves(row.id, by=by, at=at), f"{use}_reasons")
        form.offer(offered, directory.place().reasons_for(use).title)

    return prepare


def _decline_lists(form: Any, row: BoardRow, by: Actor, at: datetime) -> None:
    form.offer(referrals.next_moves(row.id, by=by, at=at).decline_reasons, "Why is another team better placed?")
    form.offer_owners(lists.next_owners(row, by=by, at=at))


def _outcomes(form: Any, row: BoardRow, by: Actor, at: datetime) -> None:
    form.offer(referrals.next_moves(row.id, by=by, at=at).outcomes)


def _targets(form: Any, row: BoardRow, by: Actor, at: datetime) -> None:
    needs = sorted((need.title, need.code) for need in directory.place().needs.values() if need.code != row.need_code)
    form.offer(lists.fitting_services(row, by=by, at=at), [(code, title) for title, code in needs])


def _refer_on(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
    typed = form.cleaned_data
    need = referrals.detail(id, by=by, at=at).row.need_code
    parts = [
        referrals.Part(need_code=need, words=typed["words"], team_code=team, service_code=service, why=typed["words"])
        for team, _, service in (target.partition("|") for target in typed["targets"])
    ]
    if typed["other_need"]:
        parts.append(referrals.Part(need_code=typed["other_need"], words=typed["words"]))
    return referrals.refer_on(referral_id=id, parts=parts, by=by, at=at, expected_version=version)


def _decline(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
    team, _, service = form.cleaned_data["next_owner"].partition("|")
    return referrals.decline(
        referral_id=id, reason_code=form.cleaned_data["reason_code"], words=form.cleaned_data["words"],
        next_team=team, next_service=service or None, by=by, at=at, expected_version=version,
    )  # fmt: skip


def _advise(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
    typed, after = form.cleaned_data, form.check_after()
    return referrals.advise(
        referral_id=id, words=typed["words"], safety_net_words=typed["safety_net_words"], told=typed["told"],
        closes=typed["closes"] == "yes", check_at=at + after if after else None, by=by, at=at, expected_version=version,
    )  # fmt: skip


def _with(action: Callable[..., object], *names: str) -> Act:
    """An action that takes the form's fields of these names as they are."""

    def act(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
        given = {name: form.cleaned_data[name] for name in names}
        return action(referral_id=id, by=by, at=at, expected_version=version, **given)

    return act


def _note(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
    return referrals.note(referral_id=id, words=form.cleaned_data["words"], by=by, at=at)


def _second_look(form: Any, id: UUID, by: Actor, at: datetime, version: int) -> object:
    agree = form.cleaned_data["agree"] == "yes"
    return referrals.second_look(
        referral_id=id, agree=agree, words=form.cleaned_data["words"], by=by, at=at, expected_version=version
    )


REASON = ("reason_code", "words")

MOVES = {
    move.slug: move
    for move in (
        MovePage(
            slug="accept", kind="accept", title="Accept this referral", button="Accept",
            lead="Your team owns it from now on. An episode opens with its first tasks; the clock runs until the first contact.",
            done="Accepted. The first tasks are on your team’s list.",
            form=forms.MoveForm, act=_with(referrals.accept),
        ),
        MovePage(
            slug="second-look", kind="second_look", title="Give a second look", button="Save my decision",
            lead="A colleague wants to make this less urgent. It stays at the sooner urgency until you decide.",
            done="Your second look is saved.", form=forms.SecondLookForm, act=_second_look,
        ),
        MovePage(
            slug="advise", kind="advise", title="Give advice", button="Sign the advice",
            lead="Your advice is kept as a record under your name, with what to do if it gets worse.",
            done="Your advice is saved under your name.", form=forms.AdviseForm, act=_advise,
        ),
        MovePage(
            slug="ask", kind="ask", title="Ask for information", button="Send the question",
            lead="The referrer is asked. The referral keeps its place and its clocks run on.",
            done="The question is sent. The referral keeps its place.", form=forms.WordsForm, act=_with(referrals.ask, "words"),
            labels={"words": "What do you need to know?"},
        ),
        MovePage(
            slug="answer", kind="answer", title="Answer the question", button="Save the answer",
            lead="Use this when the answer came by telephone.", done="The answer is saved.",
            form=forms.WordsForm, act=_with(referrals.answer, "words"), labels={"words": "What is the answer?"},
        ),
        MovePage(
            slug="note", kind="note", title="Add a note", button="Save the note",
            lead="Everyone who works on this referral sees it.", done="The note is saved.",
            form=forms.WordsForm, act=_note, labels={"words": "Note"},
        ),
        MovePage(
            slug="hand-back", kind="hand_back", title="Hand back to the hub", button="Hand back",
            lead="The hub on duty owns it again. Its clocks run on.", done="Handed back. The hub owns it now.",
            form=forms.ReasonForm, act=_with(referrals.hand_back, *REASON), prepare=_reasons_for("hand_back"),
        ),
        MovePage(
            slug="decline", kind="decline", title="Pass on to someone better placed", button="Pass on",
            lead="Say why, and who owns it next. Having no room is not a reason: use ‘We have no room’ instead.",
            done="Passed on. The next owner has been told.",
            form=forms.DeclineForm, act=_decline, prepare=_decline_lists,
        ),
        MovePage(
            slug="no-capacity", kind="no_capacity", title="We have no room", button="Tell the hub",
            lead="The need stays open and goes back to the hub, which finds other help. It is counted, so that the lack is seen.",
            done="The hub owns it again and the lack of room is counted.",
            form=forms.PlainForm, act=_with(referrals.no_capacity, "words"),
        ),
        MovePage(
            slug="refer-on", kind="refer_on", title="Ask several teams at once", button="Ask them",
            lead="Each team gets its own part. You see one status for all, and this referral stays whose it is until every part has ended.",
            done="Each team has been asked. Their parts are listed below.",
            form=forms.ReferOnForm, act=_refer_on, prepare=_targets,
        ),
        MovePage(
            slug="revoke", kind="revoke", title="Withdraw this referral", button="Withdraw", warning=True,
            lead="Use this when help is no longer wanted, or the referral was made in error.", done="The referral is withdrawn.",
            form=forms.ReasonForm, act=_with(referrals.revoke, *REASON), prepare=_reasons_for("revoke"),
        ),
        MovePage(
            slug="reopen", kind="reopen", title="Open it again", button="Reopen",
            lead="It goes to the hub on duty. It need not be triaged twice.", done="Open again, with the hub on duty.",
            form=forms.ReasonForm, act=_with(referrals.reopen, *REASON), prepare=_reasons_for("reopen"),
        ),
        MovePage(
            slug="close", kind="close", title="Close this referral", button="Close", warning=True,
            lead="Say how it ended. Close it only when nothing more is needed.", done="The referral is closed.",
            form=forms.CloseForm, act=_with(referrals.close, "outcome_code", "words"),
            prepare=_outcomes,
        ),
        MovePage(
            slug="undo", kind="undo", title="Undo the last move", button="Undo",
            lead="It goes back to where it stood. Both the move and the undoing stay in the story.", done="The last move is undone.",
            form=forms.ReasonForm, act=_with(referrals.undo, *REASON), prepare=_reasons_for("undo"),
        ),
    )
}  # fmt: skip
