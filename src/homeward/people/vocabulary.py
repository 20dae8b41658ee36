"""Which codes say who a person is, and what does each mean on a screen, in FHIR and in the NHS Data Dictionary?"""

from typing import Final, Literal
from urllib.parse import quote, unquote

# The kind of relationship by which a person's own practice opens their record, as long as they are registered there.
REGISTERED: Final = "registered"

NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
# An NHS number that somebody gave for this person although another person holds it; never used to find anyone.
DISPUTED_NHS_NUMBER: Final = "disputed-nhs-number"

# A number by which another system knows a person; behind it stands what that system is called here.
LOCAL_NUMBER: Final = "urn:homeward:number-in:"

# FHIR administrative-gender; Data Dictionary PERSON STATED GENDER CODE 1, 2, 9 and X.
Sex = Literal["female", "male", "other", "unknown"]
SEXES: Final[dict[str, str]] = {"female": "Female", "male": "Male", "other": "Other", "unknown": "Not known"}

# Data Dictionary NHS NUMBER STATUS INDICATOR CODE (01 verified, 02 present but not traced, 03 trace required,
# 04 trace attempted, no match or several, 07 not present and no trace required).
NumberStatus = Literal["verified", "not_verified", "failed_trace", "disputed", "none"]
NUMBER_STATUSES: Final[dict[str, str]] = {
    "verified": "Verified",
    "not_verified": "Not verified",
    "failed_trace": "Trace failed",
    "disputed": "Held by somebody else",
    "none": "Not known",
}
NUMBER_STATUS_CODES: Final[dict[str, str]] = {
    "verified": "01", "not_verified": "02", "failed_trace": "04", "disputed": "03", "none": "07",
}  # fmt: skip

NameUse = Literal["usual", "old"]
NAME_USES: Final[dict[str, str]] = {"usual": "Usual name", "old": "Former name"}

ContactKind = Literal["phone", "email", "carer", "next_of_kin"]
CONTACT_KINDS: Final[dict[str, str]] = {
    "phone": "Telephone", "email": "Email", "carer": "Carer", "next_of_kin": "Next of kin",
}  # fmt: skip

# What a reviewer says of two records that resemble one another.
PairState = Literal["waiting", "same", "different", "unsure"]
PAIR_STATES: Final[dict[str, str]] = {
    "waiting": "Waiting for a decision", "same": "One person", "different": "Two people", "unsure": "Not sure yet",
}  # fmt: skip

DEATH_SOURCES: Final[dict[str, str]] = {
    "demographics": "National demographics service",
    "certificate": "Medical certificate of cause of death",
    "practice": "General practice",
    "hospital": "Hospital",
    "family": "Family or carer",
    "care_home": "Care home",
    "staff": "A colleague",
    "partner": "A partner's record",
}

# BCP 47 tags of the languages most often asked for; any other tag is kept and shown as it is.
LANGUAGES: Final[dict[str, str]] = {
    "en": "English", "bfi": "British Sign Language", "ar": "Arabic", "bn": "Bengali", "zh": "Chinese (Mandarin)",
    "yue": "Chinese (Cantonese)", "cs": "Czech", "fa": "Farsi", "fr": "French", "gu": "Gujarati", "hi": "Hindi",
    "ku": "Kurdish", "phr": "Pahari-Potwari", "ps": "Pashto", "pl": "Polish",
    "pt": "Portuguese", "pa": "Punjabi", "ro": "Romanian", "ru": "Russian", "so": "Somali", "es": "Spanish",
    "syl": "Sylheti", "ta": "Tamil", "ti": "Tigrinya", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "yo": "Yoruba",
}  # fmt: skip


def language_name(code: str) -> str:
    """The language as people say it; the tag itself when it is not on our list, empty when not known."""
    return LANGUAGES.get(code, code)


def local_system(name: str) -> str:
    """The system of the numbers that the system called `name` gives, however it is spelt: 'Ward PAS' and 'ward  pas' are one."""
    return LOCAL_NUMBER + quote(" ".join(name.casefold().split()), safe="")


def system_said(system: str) -> str:
    """'Number in ward pas'; a system of another kind as it is."""
    return f"Number in {unquote(system.removeprefix(LOCAL_NUMBER))}" if system.startswith(LOCAL_NUMBER) else system
