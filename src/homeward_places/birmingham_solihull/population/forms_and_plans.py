"""What was answered and planned for made-up people? Ordinary findings, so that every page of forms and plans shows something."""

from homeward.grammar.api import SampleForm, SampleLine

_SIGNS = (("scale", False), ("air", "air"), ("consciousness", "A"))
_CLEAR = (("alertness", "normal"), ("amt4", "0"), ("months", "7-or-more"), ("acute", False))
_LIVING = (("what-matters", "To stay in my own home, with my garden."), ("moving-about", "with-aid"), ("lives-alone", True), ("way-in", "Next door has a key."))

FORMS = (
    SampleForm(
        form="home-assessment",
        answers=(*_LIVING, *_CLEAR, ("falls", 2), ("why-falls", "The rug in the hall, and rushing to the telephone."), ("equipment", "frame"), ("would-help", "A second rail on the stairs.")),
    ),
    SampleForm(
        form="home-assessment",
        answers=(*_LIVING, ("falls", 0), ("equipment", "commode"), ("would-help", "Someone to help with washing for two weeks."), ("alertness", "normal"), ("amt4", "1")),
    ),
    SampleForm(
        form="observations",
        answers=(*_SIGNS, ("respiratory-rate", 18), ("spo2", 96), ("systolic", 132), ("pulse", 84), ("temperature", 37.2)),
    ),
    SampleForm(
        form="observations",
        answers=(*_SIGNS, ("respiratory-rate", 22), ("spo2", 94), ("systolic", 104), ("pulse", 98), ("temperature", 38.4)),
    ),
    SampleForm(form="observations", answers=(("air", "air"), ("consciousness", "A"), ("respiratory-rate", 20), ("pulse", 92))),
)  # fmt: skip

PLAN = (
    SampleLine(heading="what-matters", words="My garden, my sister on Sundays, and tea at four.", own=True),
    SampleLine(heading="best-support", words="Speak up, I hear better on the left. Let me do what I can myself.", own=True),
    SampleLine(
        heading="best-support", words="Prefers to be washed in the morning.",
        against="I wash myself, in the evening. I want help with my feet only.",
    ),
    SampleLine(heading="goals", words="To walk to the shop and back again.", own=True, action="Practise the stairs twice a week", who="The therapist, with my sister"),
    SampleLine(heading="contingency", words="More breathless than usual or feet swollen: ring the team first. Chest pain: 999."),
    SampleLine(heading="people", words="Sister, rings every evening and holds the key."),
    SampleLine(heading="review", words="At home, with the sister there."),
)  # fmt: skip
