"""Is a ServiceRequest that was posted a referral for the hub, or an order that a partner only shares (a scan, a blood test)?"""

from collections.abc import Mapping
from typing import Any

from homeward.fhir.bars.vocabulary import REQUEST_CATEGORIES

PATIENT_REFERRAL = ("http://snomed.info/sct", "3457005")  # SNOMED CT, Patient referral (procedure)
_ASKING = ("proposal", "plan", "order")


def is_referral(tree: Mapping[str, Any]) -> bool:
    """It says so by its category; without any category, when it is active and asks for something that it names."""
    codings = [
        (each.get("system"), each.get("code"))
        for concept in tree.get("category", ())
        for each in concept.get("coding", ())
    ]
    if any(pair == PATIENT_REFERRAL or pair[0] == REQUEST_CATEGORIES for pair in codings):
        return True
    says_what = bool(tree.get("code") or tree.get("reasonCode"))
    return not tree.get("category") and says_what and tree.get("status") == "active" and tree.get("intent") in _ASKING
