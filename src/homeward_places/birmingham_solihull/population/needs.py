"""How often do needs arise in a year, and what do referrers say? Published volumes; words made up for the demonstration."""

from homeward.grammar.api import YearlyNeed

_RECOVERY = "a share of the 18,031 yearly referrals to early intervention: partnership annual report, December 2021"
_URGENT = "a share of about 100 urgent community response calls a week, a third of them falls: partnership news"
_LINE = "60 to 70 calls a week to the advice line: partnership news, 2022"
_ASSUMED = "assumed for the demonstration; no published figure"


def _need(
    need: str, per_year: int, source: str, words: tuple[str, ...], wants: tuple[str, ...], youngest: int = 65
) -> YearlyNeed:
    return YearlyNeed(need=need, per_year=per_year, source=source, words=words, wants=wants, youngest=youngest)


NEEDS = (
    _need("recovery-at-home", 9_000, _RECOVERY,
          ("Weaker since a chest infection. Not managing the stairs.", "Home from a short stay and slow to get going."),
          ("To get upstairs to my own bed.", "To cook for myself again.")),
    _need("home-after-hospital", 9_031, _RECOVERY,
          ("Fit to leave the ward. Needs help morning and evening for now.", "Ready for home with a frame and some help."),
          ("To be home before the weekend.", "To be back with my cat.")),
    _need("fall", 1_716, _URGENT,
          ("Found on the kitchen floor. No injury seen. Cannot get up alone.", "Second fall this week. Up now but unsteady."),
          ("Not to go to hospital.", "To feel safe on my feet.")),
    _need("frailty-worse", 900, _URGENT,
          ("Not eating, sleeping all day since Sunday.", "Lives with frailty and has gone downhill in two days."),
          ("To stay at home with my daughter.", "To know what is wrong.")),
    _need("less-able", 700, _URGENT,
          ("Could walk to the shop last week, cannot leave the chair today.",), ("To get to the bathroom by myself.",)),
    _need("catheter-problem", 620, _URGENT,
          ("Catheter blocked since this morning, in discomfort.", "Catheter has come out."), ("To be comfortable.",), 40),
    _need("sudden-confusion", 420, _URGENT,
          ("Muddled since yesterday, usually sharp. The family is worried.",), ("My family to be listened to.",)),
    _need("urgent-equipment", 300, _URGENT,
          ("Bed has broken and cannot be raised. Cared for in bed.",), ("To sit up to eat.",), 40),
    _need("palliative-crisis", 250, _URGENT,
          ("In pain, medicines not holding. Wants to stay at home.",), ("To be at home with my family.",), 40),
    _need("carer-cannot-go-on", 184, _URGENT,
          ("The partner who cares for them has been taken ill.",), ("My partner not to worry.",), 50),
    _need("diabetes-unstable", 110, _URGENT,
          ("Sugars up and down for three days, insulin by district nurse.",), ("To stop feeling sick.",), 40),
    _need("stay-out-of-hospital", 3_380, _LINE,
          ("Looks well enough to stay if someone can see them today.", "Not well since this morning. Must they go in?"),
          ("To stay where I am.",)),
    _need("nursing-at-home", 6_000, _ASSUMED,
          ("Needs injections at home for six weeks.", "Dressing after surgery, cannot get to the surgery."),
          ("The same nurse if possible.",), 30),
    _need("wound-care", 3_000, _ASSUMED,
          ("Leg wound for four weeks, not healing.",), ("To wear my own shoes.",), 40),
    _need("therapy", 3_000, _ASSUMED,
          ("Struggling with the bath and the back step.",), ("To get into the garden.",), 40),
    _need("home-care", 2_500, _ASSUMED,
          ("Needs help to wash and dress for a while.",), ("Somebody I know to help me wash.",), 40),
    _need("social-care-assessment", 2_000, _ASSUMED,
          ("Money and meals have become too much.",), ("To stay in my flat.",), 30),
    _need("loneliness", 1_200, _ASSUMED,
          ("Has hardly been out since losing their partner.",), ("Someone to play dominoes with.",), 50),
    _need("hospital-care-at-home", 1_200, _ASSUMED,
          ("Needs daily review and fluids, could be looked after at home.",), ("To sleep in my own bed.",)),
    _need("not-sure", 1_000, _ASSUMED,
          ("Something is not right and I do not know who to ask.",), ("Somebody to come and look.",), 30),
    _need("end-of-life-care", 900, _ASSUMED,
          ("In the last months, family asking what happens next.",), ("To die at home.",), 50),
    _need("older-adult-mental-health", 800, _ASSUMED,
          ("Low and not sleeping, has stopped going to the day centre.",), ("To feel like myself.",)),
    _need("care-home-support", 800, _ASSUMED,
          ("Off food and not themselves since breakfast.",), ("To be looked after here.",)),
    _need("breathlessness", 600, _ASSUMED,
          ("More short of breath on the flat since Tuesday.",), ("To catch my breath.",), 50),
    _need("many-needs", 600, _ASSUMED,
          ("Five services are involved and nobody has the whole picture.",), ("One person to ring.",), 50),
)  # fmt: skip
