"""In which phase of illness is this person?

Palliative Care Outcomes Collaboration (Masso and others, Palliative Medicine 2015;29:22): four phases of a living person. A phase is
a word, not a number, so it has no total.
"""

from homeward.plans.rules.scores.score import Part, Parts, Score, Scored, absent

PHASES = {
    "stable": "Stable: the plan of care holds.",
    "unstable": "Unstable: a new or sudden problem needs an urgent change of plan.",
    "deteriorating": "Deteriorating: slowly worse, as foreseen; the plan is reviewed from time to time.",
    "dying": "Dying: death is likely within days.",
}


def work_out(parts: Parts) -> Scored:
    """The phase, in its code and its words."""
    phase = str(parts.get("phase") or "")
    return Scored(points={}, total=None, response=phase, words=PHASES.get(phase, ""), missing=absent(parts, ("phase",)))


PHASE_OF_ILLNESS = Score(
    name="phase",
    title="Phase of illness",
    source="Palliative Care Outcomes Collaboration; Masso and others, Palliative Medicine 2015;29:22-30",
    parts=(Part(column="phase", words="Phase", choices={code: code.capitalize() for code in PHASES}, scored=False),),
    low=None,
    high=None,
    work_out=work_out,
)
