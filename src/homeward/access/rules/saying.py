"""How are actions and reasons said to people who do not know our names for them?"""

import re

_PAGES = frozenset({"view", "work"})
_ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
_NOUNS = {"user": "account", "client": "partner system"}
_PLAINLY = {
    "person.register": "register a person",
    "person.trace": "look up an NHS number",
    "person.move": "record a move",
    "person.die": "record a death",
    "person.merge": "join two records of one person",
    "person.unmerge": "part two records that were joined",
    "person.decide": "decide whether two records are one person",
    "person.pair": "note that two records may be one person",
    "person.look_for_doubles": "look for people who are here twice",
    "import.note_details": "compare what a partner says of a person with what we know",
    "import.decide_detail": "decide which of two details holds",
    "plan.receive": "take in what a partner has planned",
    "plan.receive_form": "take in a form that a partner filled in",
    "assessment.end": "end the sharing of an assessment",
    "person.relate_practices": "tell practices whom they look after",
    "message.answered": "keep a partner's answer",
    "referral.receive": "take in a request for help",
    "referral.triage": "decide how urgent a request is",
    "referral.second_look": "check how urgent a request is",
    "referral.place": "find the best-placed team",
    "referral.advise": "give advice",
    "referral.ask": "ask for information",
    "referral.answer": "answer a question about a request",
    "referral.no_capacity": "note that no team had room",
    "referral.escalate": "warn that a request is waiting",
    "referral.hand_over": "give a request to the hub on duty",
    "referral.follow_parts": "bring a request into line with its parts",
    "visit.record_contact": "write down a visit",
    "visit.not_seen": "note that a visit could not happen",
    "stay.admit": "admit somebody to hospital",
    "stay.criteria": "say whether somebody needs to be in hospital",
    "stay.criteria_void": "strike out what was said about leaving hospital",
    "stay.move": "record another ward",
    "stay.leave": "record that somebody left hospital",
    "stay.step": "give out a step on the way home",
    "stay.step_changed": "follow the steps on a way home",
    "notice.see": "put away a notice",
    "access.glass_broken": "open a record out of turn",
    "access.judge_glass": "judge whether a record was rightly opened",
    "access.export": "ask for a copy of a record",
    "access.open_export": "hand out a copy of a record",
    "access.gather_export": "gather a copy of a record",
    "access.export_log": "take a part of the access log as a file",
    "sharing.record": "note what a person said about sharing",
    "proxy.grant": "let somebody act for another",
    "proxy.end": "end that somebody acts for another",
    "app.allow": "let an app act for you",
    "app.end": "end what an app was let do",
    "app.send": "keep what an app sent",
    "link.issue": "send a link",
    "message.to_team": "write to a team",
    "link.revoke": "take back a link",
}


def said(permission: str) -> str:
    """'referral.hand_back' as words: 'hand back a referral'."""
    if permission in _PLAINLY:
        return _PLAINLY[permission]
    noun, _, verb = permission.partition(".")
    thing, act = _NOUNS.get(noun, noun.replace("_", " ")), verb.replace("_", " ")
    if verb in _PAGES:
        return f"open the {thing} pages"
    return f"{act} {'an' if thing[:1] in 'aeiou' else 'a'} {thing}"


def said_why(why: str) -> str:
    """The reason of an opening: an action as 'to …', anything else as 'for: …'."""
    return f"to {said(why)}" if _ACTION.fullmatch(why) else f"for: {why}"
