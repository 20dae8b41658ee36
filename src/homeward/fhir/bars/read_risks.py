"""What must whoever visits know: risks, adjustments, consent?"""

from collections.abc import Iterator

from homeward.fhir.bars import parts, vocabulary
from homeward.fhir.bars.bundle import Entry, MessageBundle
from homeward.fhir.bars.message import Risk


def _flags(bundle: MessageBundle) -> Iterator[tuple[str, Entry]]:
    """Each active flag with its category."""
    for flag in bundle.of_type("Flag"):
        if flag.resource.get("status") == "active":
            yield parts.code_in(flag.resource.get("category", ()), vocabulary.FLAG_CATEGORIES), flag


def read_risks(bundle: MessageBundle) -> tuple[Risk, ...]:
    """The active flags that warn of something. 'The scene is safe' and 'no safeguarding issue' warn of nothing."""
    return tuple(dict.fromkeys(risk for category, flag in _flags(bundle) for risk in _risk(category, flag)))


def _risk(category: str, flag: Entry) -> Iterator[Risk]:
    if category == vocabulary.REASONABLE_ADJUSTMENT:
        return
    concept = flag.resource.get("code", {})
    scene = parts.code_in([concept], vocabulary.SCENE_SAFETY)
    if scene == "S" or any(each.code == vocabulary.NO_SAFEGUARDING for each in parts.codings(concept)):
        return
    code, before = vocabulary.RISK_FLAGS.get(category, ("flag", "Flag"))
    words = parts.full_words(concept)
    if scene:
        text = parts.clean(concept.get("text"))
        words = ": ".join(each for each in (vocabulary.SCENE_WORDS.get(scene, words), text) if each)
    yield Risk(code=code, words=f"{before}: {words}" if words else before)


def read_access_needs(bundle: MessageBundle) -> tuple[str, ...]:
    """Reasonable adjustments, in the sender's words."""
    said = [parts.full_words(flag.resource.get("code")) for category, flag in _flags(bundle)
            if category == vocabulary.REASONABLE_ADJUSTMENT]  # fmt: skip
    return tuple(dict.fromkeys(each for each in said if each))


def read_consent(bundle: MessageBundle) -> tuple[str, tuple[Risk, ...]]:
    """(the consent in words, a warning when it is refused)."""
    said, refused = [], []
    for consent in bundle.of_type("Consent"):
        resource = consent.resource
        about = "; ".join(words for each in resource.get("category", ()) if (words := parts.words(each))) or "Consent"
        rule = next((coding.code.lower() for coding in parts.codings(resource.get("policyRule"))), "")
        line = f"{about}: {resource.get('status')}" + (f" ({rule})" if rule else "")
        said.append(line)
        if resource.get("status") in ("rejected", "inactive") or resource.get("provision", {}).get("type") == "deny":
            refused.append(Risk(code="consent", words=f"Consent is not given. {line}"))
    return "; ".join(dict.fromkeys(said)), tuple(refused)
