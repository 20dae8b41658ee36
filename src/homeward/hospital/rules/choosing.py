"""Which way home was really taken, and must somebody say why it is not the one that was recommended?"""

from collections.abc import Sequence

from homeward.grammar.api import DischargePolicy, Told

# Where each kind of pathway leads, by the kind of destination.
_LEADS_TO = {
    "home": ("home", "home_with_support"),
    "community_bed": ("bed",),
    "care_home": ("long_term_care",),
}


def really_taken(policy: DischargePolicy, *, kind: str, agreed: str, recommended: str, told: str = "") -> str:
    """The code of the pathway that was taken: as `told`; else what was agreed or recommended, if it leads there; else the first that does.

    A destination that is no way home (another hospital, died) has no pathway.
    """
    places = _LEADS_TO.get(kind, ())
    for code in (told, agreed, recommended):
        pathway = policy.pathway(code)
        if pathway is not None and (pathway.place in places or code == told):
            return code
    if not places or not (agreed or recommended):
        return ""
    return next((each.code for each in policy.pathways if each.place in places), "")


def why_fault(reasons: Sequence[Told], *, code: str, words: str) -> dict[str, str]:
    """What is wrong with the reason given, by field; nothing when it is a good one."""
    chosen = next((each for each in reasons if each.code == code), None)
    if chosen is None:
        return {"why_code": "Choose why it differs from what was recommended."}
    if chosen.asks_for_words and not words.strip():
        return {"why_words": "Say why in your own words."}
    return {}
