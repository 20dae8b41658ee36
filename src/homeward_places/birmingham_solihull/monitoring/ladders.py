"""Who is told when somebody on a virtual ward worsens, and who next when nobody looks? The single point of access never sleeps."""

from datetime import timedelta

from homeward.grammar.api import Rung

NIGHT = "single-point-of-access"
# Whoever visits: nurses, therapists, and the clinicians of the advice line. Next their lead, where no ward's senior works.
VISITORS = ("community-nurse", "therapist", "front-door-clinician", "team-lead")
SENIORS = ("ward-senior",)
LEADS = (*SENIORS, "team-lead", "front-door-clinician")
AT_ONCE = timedelta()


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def _nurse() -> Rung:
    return Rung(
        after=AT_ONCE, when_closed=NIGHT, roles=(*VISITORS, "hub-clinician"), words="Open it now and ring the person."
    )


RED = (
    _nurse(),
    Rung(
        after=_minutes(10), when_closed=NIGHT, roles=(*LEADS, "hub-clinician"),
        words="Nobody has opened a red alert for 10 minutes. It is yours now.",
    ),
    Rung(
        after=_minutes(20), team=NIGHT, roles=("hub-clinician", "hub-coordinator"),
        words="Nobody has opened a red alert for 20 minutes. Ring the person; if they do not answer, send somebody or call 999.",
    ),
)  # fmt: skip
AMBER = (
    _nurse(),
    Rung(
        after=_minutes(30), when_closed=NIGHT, roles=(*LEADS, "hub-clinician"),
        words="Nobody has opened this alert for half an hour.",
    ),
    Rung(
        after=_minutes(60), team=NIGHT, roles=("hub-clinician", "hub-coordinator"),
        words="Nobody has opened this alert for an hour. Ring the person.",
    ),
)  # fmt: skip
REVIEW = (
    Rung(after=AT_ONCE, when_closed=NIGHT, roles=(*SENIORS, "hub-clinician"), words="No senior has reviewed them for a day."),
    Rung(
        after=timedelta(hours=2), team=NIGHT, roles=("hub-clinician",),
        words="Still no senior review. Find out who the senior is today and ring them.",
    ),
)  # fmt: skip
