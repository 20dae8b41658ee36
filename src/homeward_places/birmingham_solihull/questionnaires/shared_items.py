"""Which questions stand on more than one form? Same concept, same words: the second form shows the first one's answer."""

from datetime import timedelta

from homeward.grammar.api import Item, Option, ScoreItem, ScorePart

YEAR = timedelta(days=365)
HALF_YEAR = timedelta(days=182)
MONTH = timedelta(days=28)
WEEK = timedelta(days=7)


def what_matters(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="What matters most to you now?",
        help_words="Write the person's own words.",
        type="text",
        concept="what-matters",
        shelf_life=YEAR,
    )


def news2_total(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="NEWS2 score",
        help_words="Leave empty when not measured. Empty is not zero.",
        type="integer",
        concept="news2-total",
        shelf_life=timedelta(hours=12),
        min=0,
        max=20,
    )


def weekly_care_hours(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="Hours of paid care a week",
        type="decimal",
        concept="weekly-care-hours",
        shelf_life=MONTH,
        unit="h/wk",
        min=0,
        max=168,
    )


def lives_alone(link_id: str) -> Item:
    return Item(
        link_id=link_id, text="Does the person live alone?", type="boolean", concept="lives-alone", shelf_life=HALF_YEAR
    )


def way_in(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="How do we get in?",
        help_words="For example who opens the door. Never write a key code here.",
        type="string",
        concept="way-in",
        shelf_life=HALF_YEAR,
    )


def delirium_score(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="4AT score",
        help_words="4 or more: possible delirium.",
        type="integer",
        concept="4at-total",
        shelf_life=timedelta(days=2),
        min=0,
        max=12,
    )


def moving_about(link_id: str) -> Item:
    return Item(
        link_id=link_id,
        text="How does the person move about now?",
        type="choice",
        concept="moving-about",
        shelf_life=WEEK,
        options=(
            Option(code="alone", title="Walks alone"),
            Option(code="with-aid", title="Walks with a stick or frame"),
            Option(code="with-person", title="Walks with one person's help"),
            Option(code="two-people", title="Needs two people or a hoist"),
            Option(code="in-bed", title="Cannot leave the bed"),
        ),
    )


_ALERTNESS = (("normal", "Normal"), ("sleepy-then-normal", "Sleepy for under 10 seconds after waking, then normal"), ("abnormal", "Clearly abnormal"))
_MISTAKES = (("0", "None"), ("1", "One"), ("2-or-more", "Two or more"), ("untestable", "Cannot be tested"))
_MONTHS = (("7-or-more", "Seven or more right"), ("fewer-or-refuses", "Fewer than seven, or refuses"), ("untestable", "Cannot be tested"))


def _part(link_id: str, text: str, answers: tuple[tuple[str, str], ...]) -> Item:
    options = tuple(Option(code=code, title=title) for code, title in answers)
    return Item(link_id=link_id, text=text, type="choice", within="delirium", options=options)


def delirium_check() -> tuple[Item, ...]:
    """The four questions of the 4AT, and the score worked out from them."""
    return (
        Item(link_id="delirium", text="Delirium check (4AT)", type="group"),
        _part("alertness", "Alertness", _ALERTNESS),
        _part("amt4", "Mistakes in age, date of birth, place and year", _MISTAKES),
        _part("months", "Months backwards from December", _MONTHS),
        Item(link_id="acute", text="Acute change or fluctuating course", type="boolean", within="delirium"),
        Item(
            link_id="4at", text="4AT score", type="integer", concept="4at-total", shelf_life=timedelta(days=2), min=0, max=12,
            within="delirium",
            score=ScoreItem(
                name="4at",
                parts=(
                    ScorePart(column="alertness", link_id="alertness"),
                    ScorePart(column="amt4_mistakes", link_id="amt4"),
                    ScorePart(column="months_backwards", link_id="months"),
                    ScorePart(column="acute_change", link_id="acute", answers=(("true", "yes"), ("false", "no"))),
                ),
            ),
        ),
    )  # fmt: skip
