"""Which facts may a condition ask about without any form recording them? The hub knows these of every referral."""

KNOWN_OF_EVERY_REFERRAL: dict[str, str] = {
    "age": "whole years on the day",
    "need": "code of the need stated",
    "urgency": "code of the urgency now",
    "source": "web, call, citizen, link or bars",
    "where-now": "home, care-home, with-crew, hospital or elsewhere",
    "requester-kind": "citizen, carer, gp, crew, care-home, hospital, community-team, social-care or voluntary",
    "sex": "female, male or indeterminate",
    "language": "code of the language spoken",
    "interpreter-needed": "true when an interpreter is needed",
    "died": "true when the person has died",
    "state": "where the referral stands",
    "team": "code of the team that owns it",
    "risks": "codes of the red flags and risks that were ticked",
    "known-to-team": "true when the team being considered already looks after the person",
    "service": "code of the service that holds the episode",
}
