"""How is a step told to the person and the sender, who use none of the hub's words?"""

from collections.abc import Mapping

from homeward.referrals.vocabulary import State

_STEPS: Mapping[str, str] = {
    "receive": "The request was received by {team}.",
    "place": "{team} was asked to help.",
    "accept": "{team} accepted and will be in touch.",
    "contact": "{team} has seen the person.",
    "ask": "{team} asked a question about the request.",
    "answer": "The question was answered.",
    "refer_on": "More help was asked for.",
    "hand_back": "{team} is finding another team.",
    "decline": "{team} has the request now.",
    "no_capacity": "{team} is finding another team.",
    "revoke": "The request was withdrawn.",
    "reopen": "The request was opened again by {team}.",
    "close": "The request has ended.",
    "undo": "The last step was put right. {team} has the request.",
    "carry": "{team} looks after the request now.",
}


_READ = "{team} has read the request."
_ADVISED, _ADVISED_ONLY = "{team} gave advice.", "{team} gave advice. Nothing more was needed."


def step_wording(kind: str, state: str) -> str:
    """One step in plain words, with `{team}` where the team's name belongs; empty for a step that is the hub's own affair."""
    if kind == "triage":
        return _READ if state != "received" else ""
    if kind == "advise":
        return _ADVISED_ONLY if state == "advised" else _ADVISED
    if kind == "hand_over":
        return _STEPS["carry"] if state in ("received", "triaged") else ""
    return _STEPS.get(kind, "")


def wordings() -> tuple[str, ...]:
    """Every sentence that steps are told in and every one that says what is next, so that each can be translated."""
    states: tuple[State, ...] = ("received", "triaged", "placed", "accepted", "in_contact", "closed")
    steps = dict.fromkeys((*_STEPS.values(), _READ, _ADVISED, _ADVISED_ONLY))
    return (*steps, next_words("received", True), *(next_words(state, False) for state in states))


def next_words(state: State, question_open: bool) -> str:
    """What happens next."""
    if question_open:
        return "Answer the question below. Finding help goes on meanwhile."
    match state:
        case "received":
            return "The hub reads the request and decides how soon help is needed."
        case "triaged":
            return "The hub asks the team that is best placed to help."
        case "placed":
            return "The team says whether it can help. If it cannot, the hub finds another."
        case "accepted":
            return "The team gets in touch to arrange a visit."
        case "in_contact":
            return "The team goes on helping until the need is met."
        case _:
            return "Nothing more will happen. Ask again if help is still needed."
