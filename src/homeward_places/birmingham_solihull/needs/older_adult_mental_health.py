"""What is meant by the need 'mood, memory or behaviour in later life', and what must not be missed?"""

from homeward.grammar.api import Need, RedFlag
from homeward_places.birmingham_solihull.keepers import MENTAL_HEALTH, SPRING

OLDER_ADULT_MENTAL_HEALTH = Need(
    code="older-adult-mental-health",
    title="Mood, memory or behaviour in later life",
    plain_words="An older person has low mood, a memory problem, or behaviour that worries those around them.",
    usual_urgency="two-days",
    red_flags=(
        RedFlag(
            code="self-harm",
            words="Talks of ending their life or harming someone",
            do_now="Stay on the line and call 999 if there is danger now.",
        ),
        RedFlag(
            code="hard-to-wake",
            words="Hard to wake, or suddenly not making sense",
            do_now="Call 999 now.",
        ),
    ),
    owner=MENTAL_HEALTH,
    review_by=SPRING,
)
