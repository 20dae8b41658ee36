"""Which questions stand on more than one form? Same concept, same words: the second form shows the first one's answer."""

from datetime import timedelta

from homeward.grammar.api import Item, Option

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
