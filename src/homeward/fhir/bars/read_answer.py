"""What does a partner's answer to our request say, in words?"""

from homeward.fhir.bars import parts, vocabulary
from homeward.fhir.bars.bundle import Entry, MessageBundle

# What the status of the partner's own request or case says of ours; the first that is there counts.
REFUSED = "it will not take this on"
ENDED = "it has finished with this"
BEGUN = "it has begun with this"
HAS = "it has this"
FAILED = "its system could not act on our message"


def answered_words(bundle: MessageBundle, header: Entry, request: Entry) -> str:
    """'it will not take this on: No crew is free.' with the reasons and notes as sent."""
    said = _said(bundle, header, request)
    reasons = [
        *(parts.words(each) for entry in bundle.of_type("Encounter") for each in entry.resource.get("reasonCode", ())),
        *(parts.words(each) for each in request.resource.get("reasonCode", ())),
        *(parts.clean(each.get("text")) for each in request.resource.get("note", ())),
    ]
    told = "; ".join(dict.fromkeys(each for each in reasons if each))
    return f"{said}: {told}"[:1000] if told else f"{said}."


def _said(bundle: MessageBundle, header: Entry, request: Entry) -> str:
    if header.resource.get("response", {}).get("code") in ("transient-error", "fatal-error"):
        return FAILED
    status = str(request.resource.get("status"))
    cases = {str(each.resource.get("status")) for each in bundle.of_type("Encounter")}
    if status in vocabulary.CANCELLED or "cancelled" in cases:
        return REFUSED
    if status == "completed" or "finished" in cases:
        return ENDED
    return BEGUN if "in-progress" in cases else HAS
