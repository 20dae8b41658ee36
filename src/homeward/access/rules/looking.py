"""What was opened, and what for? The reason of an opening in the words of the person whose record it is."""

from homeward.access.rules.saying import said_why

CARE = "to look after you"

# The reasons that pages give, and what they show.
_PAGES: dict[str, tuple[str, str]] = {
    "person page": ("the first page of your record", CARE),
    "crisis page": ("the page for emergencies", CARE),
    "in a crisis": ("the page for emergencies", CARE),
    "trusted assessment": ("a form about you", CARE),
    "timeline": ("your timeline", CARE),
    "documents": ("your documents", CARE),
    "record": ("what other organisations sent about you", CARE),
    "plan": ("your plan", CARE),
    "form": ("a form about you", CARE),
    "visit": ("a visit to you", CARE),
    "visits": ("your visits", CARE),
    "referral": ("a request for help about you", CARE),
    "triage": ("a request for help about you", "to decide how urgent it is"),
    "placing": ("a request for help about you", "to find the best-placed team"),
    "how it was placed": ("a request for help about you", "to see how a team was chosen"),
    "following a referral": ("a request for help about you", "to see how it goes"),
    "own referrals": ("the requests for help", "to see how they go"),
    "who looked": ("the list of who looked", "to check it"),
    "sharing": ("what you said about sharing", "to follow it"),
    "access.glass_broken": ("your record", "out of turn, and said why"),
    "access.judge_glass": ("the note of who opened your record out of turn", "to judge whether it was right"),
    "access.export": ("your record", "to have a copy made for you"),
    "access.gather_export": ("your record", "to gather the copy you asked for"),
    "access.open_export": ("the copy of your record", "to hand it to you"),
    "a bulk export over FHIR": ("your record", "to give it to a partner's own system"),
    "app.allow": ("your record", "to let an app show it"),
    "app.send": ("your record", "to keep what an app sent"),
    "who looked at one person": ("the list of who looked", "to check that your record was opened rightly"),
}

# What an action is about, by the first part of its name.
_THINGS = {
    "referral": "a request for help about you",
    "person": "your details",
    "visit": "your visits",
    "episode": "your care with a team",
    "task": "what is to be done for you",
    "plan": "your plan",
    "assessment": "a form about you",
    "record": "what other organisations sent about you",
    "sharing": "what you said about sharing",
    "proxy": "who may act for you",
}

# Actions about a person that happen most days: what a reader in another language is told of, too.
_DAILY = (
    "person.register", "person.correct", "person.move", "referral.receive", "referral.triage", "referral.place",
    "referral.accept", "referral.advise", "referral.ask", "referral.answer", "referral.close", "referral.escalate",
    "referral.contact", "episode.open", "episode.close", "episode.keyworker", "visit.plan", "visit.assign", "visit.start",
    "visit.record_contact", "visit.not_seen", "task.add", "task.done", "stay.admit", "stay.leave", "stay.agree", "stay.expect",
    "sharing.record", "proxy.grant", "message.to_team", "message.send", "record.keep", "plan.write", "plan.change_line",
    "plan.agree", "plan.answer", "monitoring.admit", "monitoring.observe", "monitoring.look", "monitoring.review",
    "monitoring.answer", "monitoring.take_in", "monitoring.leave", "front_door.arrive", "front_door.decide", "line.take",
    "line.advise", "home_care.ask", "home_care.start", "home_care.end", "bed_stay.begin", "bed_stay.end",
)  # fmt: skip


def looks_said() -> tuple[str, ...]:
    """Everything that `said_look` says of a page, and what it says of the actions of most days; each once."""
    found = {words for both in _PAGES.values() for words in both} | {*_THINGS.values(), "your record"}
    return tuple(sorted(found | {said_why(action) for action in _DAILY}))


def said_look(why: str) -> tuple[str, str]:
    """('your visits', 'to look after you') for the reason of an opening; what we do not know is 'your record'."""
    if why in _PAGES:
        return _PAGES[why]
    return _THINGS.get(why.partition(".")[0] if "." in why else "", "your record"), said_why(why)
