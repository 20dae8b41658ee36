"""How does a colleague take an alert, and how is it answered? Taking stops the ladder for a while; only an answer ends it."""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound, Refused
from homeward.monitoring.actions.close_alert import close_alert
from homeward.monitoring.actions.ending import end_when_answered
from homeward.monitoring.actions.held import happened, held, looked, policy_of
from homeward.monitoring.actions.raise_alert import ladder_of
from homeward.monitoring.models import Alert, Stay
from homeward.monitoring.queries.person_of import person_of_alert
from homeward.monitoring.rules.ladder import answer_wanted_by


@action("monitoring.take", about=person_of_alert)
def take(*, alert_id: UUID, by: Actor, at: datetime) -> Happening[UUID]:
    """'I have this': the alert is read, and its taker has as long as the ladder to answer it. Returns the stay's id.

    Taking over from somebody who has it is allowed and written down. Raises Refused when it is answered already.
    """
    alert, stay = _held(alert_id, by)
    former = alert.taken_by
    alert.taken_at, alert.taken_by, alert.taken_user = at, by.name, by.user_id
    alert.next_rung_at = answer_wanted_by(ladder_of(policy_of(stay), alert), taken_at=at)
    alert.save()
    looked(stay, by=by, at=at)
    stay.save()
    facts = {"alert": str(alert.id), "kind": alert.kind, "taken_over": bool(former), "rung": alert.rung}
    return happened(stay, stay.id, facts, alert=alert.id)


@action("monitoring.answer", about=person_of_alert)
def answer(*, alert_id: UUID, response: str, words: str, by: Actor, at: datetime) -> Happening[UUID]:
    """What was done about it, by one of the declared answers; returns the stay's id. Raises Invalid, Refused.

    Late observations are answered by observations or a reason why not, a missing review by the review itself.
    """
    alert, stay = _held(alert_id, by)
    chosen = next((each for each in policy_of(stay).responses if each.code == response), None)
    errors = {}
    if chosen is None:
        errors["response"] = "Choose what was done."
    if not words.strip():
        errors["words"] = "Say in a few words what you found and did."
    if errors or chosen is None:
        raise Invalid(errors)
    if alert.kind == "review":
        raise Refused(
            "Only the senior review itself ends this alert.", next_step="Ask the senior on duty to review them."
        )
    if alert.kind == "late":
        raise Refused(
            "Only observations, or a reason why they are not being monitored, end this alert.",
            next_step="Enter a whole set, or say why they are not being monitored.",
        )
    close_alert(alert, who=by.name, words=words.strip(), at=at, answer=chosen.code, helped=chosen.helped)
    looked(stay, by=by, at=at)
    stay.save()
    end_when_answered(stay, at=at)
    waited = (at - alert.raised_at).total_seconds()
    facts = {
        "alert": str(alert.id),
        "kind": alert.kind,
        "response": chosen.code,
        "helped": chosen.helped,
        "seconds": waited,
    }
    return happened(stay, stay.id, facts, alert=alert.id)


def _held(alert_id: UUID, by: Actor) -> tuple[Alert, Stay]:
    stay_id = Alert.objects.filter(id=alert_id).values_list("stay_id", flat=True).first()
    if stay_id is None:
        raise NotFound("There is no such alert.", next_step="Go back to the ward.")
    stay = held(stay_id, by=by, visited=True)
    alert = Alert.objects.select_for_update().get(id=alert_id)
    if alert.closed_at is not None:
        raise Clash(
            f"{alert.closed_by} has already answered this: {alert.closed_words}",
            who=alert.closed_by, when=alert.closed_at, next_step="Go back to the person to see what was done.",
        )  # fmt: skip
    return alert, stay
