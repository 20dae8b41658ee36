"""How do the tables of this package, and those of access below it, move when two records are found to be one person?"""

from homeward.people.rules.movers import on_merge


def declare_all() -> None:
    """Called when Django is ready. What a person is called and where they live goes along and becomes former."""
    for table in ("personname", "identifier", "address", "practiceregistration", "contact", "tracestep"):
        on_merge(f"people_{table}")
    on_merge("people_looker", stays="who has a page open at this moment")
    on_merge("people_merge", stays="the history of merges itself")
    on_merge("people_carried", stays="the history of merges itself")
    on_merge("people_matchpair", stays="about two records; a pair of a record that was joined is shown no more")
    on_merge("access_relationship")
    on_merge("access_link")
    on_merge("access_appgrant")
    on_merge("access_user")
    on_merge("access_consent")
    on_merge("access_glass")
    on_merge("access_proxy")
    on_merge("access_export", stays="a copy of the record as it was when it was asked for")
    on_merge("access_opening", stays="the log of openings is only ever added to; it is read across the join")
    on_merge("foundation_event", stays="the event log is only ever added to; it is read across the join")
