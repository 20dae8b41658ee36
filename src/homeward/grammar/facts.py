"""Which facts may a condition ask about without any form recording them? The hub knows these of every referral."""

KNOWN_OF_EVERY_REFERRAL: dict[str, str] = {
    "age": "whole years on the day",
    "need": "code of the need stated",
    "urgency": "code of the urgency now",
    "source": "web, call, citizen, link or bars",
    "where-now": "home, care-home, with-crew, hospital or elsewhere",
    "requester-kind": "citizen, carer, gp, crew, care-home, hospital, community-team, social-care, voluntary or system",
    "known-to-team": "true when the team being considered already looks after the person",
    "main-problem": "what the referrer says is the main problem: breathing, frailty or other",
    "agrees-to-home-care": "true when the person has agreed to be cared for at home",
    "home-looked-at-first": "true when home with support was considered and is not yet safe",
    "service": "code of the service that holds the episode",
}
