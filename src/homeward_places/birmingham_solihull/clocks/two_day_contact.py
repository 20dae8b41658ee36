"""Did recovery care at home begin within two days?"""

from datetime import timedelta

from homeward.grammar.api import Clock, Escalation, On, Standard, Test
from homeward_places.birmingham_solihull.clocks.ends import ANY_CONTACT, NEED_ENDED
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

TWO_DAY_CONTACT = Clock(
    code="two-day-contact",
    title="First contact within 2 days",
    plain_words="From the need being received to the first contact.",
    starts_on=(On(event="referral.receive"),),
    stops_on=(ANY_CONTACT,),
    abandons_on=NEED_ENDED,
    applies=Test(fact="urgency", is_="is", value="two-days"),
    calendar="always",
    target=timedelta(days=2),
    standard=Standard(
        words="Recovery care at home begins within two days. Whether the national two-day standard is kept "
        "is an open question for the owner, so it stands here as a proposal.",
        source="Local proposal, after the national two-day reablement standard",
        local_proposal=True,
    ),
    escalations=(
        Escalation(
            after_fraction=0.75, to_role="team-lead", words="12 hours are left. Agree who will see the person."
        ),
    ),
    owner=COMMUNITY,
    review_by=SPRING,
)
