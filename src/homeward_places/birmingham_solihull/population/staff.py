"""Whom may a visitor to the demonstration sign in as, and who else is on duty? All made up."""

from homeward.grammar.api import CitizenSignIn, Crew, SignIn

# East's people also take what comes when no hub is open, and what comes from an unknown address.
NIGHT_AND_UNKNOWN = ("single-point-of-access", "care-coordination-centre")

SIGN_INS = (
    SignIn(username="asha", name="Asha Patel", role="hub-coordinator", organisation="bchc", team="hub-east",
           also=NIGHT_AND_UNKNOWN,
           words="Hub coordinator, East: the board, a call, placing a need"),
    SignIn(username="tom", name="Tom Reid", role="hub-coordinator", organisation="bchc", team="hub-east",
           also=NIGHT_AND_UNKNOWN,
           words="A second coordinator on the same board"),
    SignIn(username="grace", name="Grace Okafor", role="hub-clinician", organisation="bchc", team="hub-east",
           also=NIGHT_AND_UNKNOWN,
           words="Hub clinician: second looks and advice"),
    SignIn(username="ruth", name="Ruth Bayliss", role="community-nurse", organisation="bchc", team="ucr-east",
           words="Urgent community response nurse: visits on a phone"),
    SignIn(username="bea", name="Bea Mullen", role="community-nurse", organisation="bchc", team="vw-frailty",
           words="Virtual ward nurse: who is unwell, who is due, who is told"),
    SignIn(username="amara", name="Dr Amara Nwosu", role="ward-senior", organisation="bchc", team="vw-frailty",
           words="Consultant of the frailty virtual ward: the daily review"),
    SignIn(username="leon", name="Leon Campbell", role="team-lead", organisation="bchc", team="ucr-east",
           words="Leads the urgent response team"),
    SignIn(username="maya", name="Maya Sharma", role="therapist", organisation="bchc", team="eict-east",
           words="Therapist in early intervention"),
    SignIn(username="imran", name="Dr Imran Hussain", role="gp", organisation="M85034",
           words="GP: state a need, follow it"),
    SignIn(username="kate", name="Kate Hadley", role="paramedic", organisation="wmas", team="wmas-crews",
           words="Paramedic: call before conveying"),
    SignIn(username="declan", name="Declan Walsh", role="ward-flow", organisation="uhb", team="flow-heartlands",
           words="Ward flow: get people home"),
    SignIn(username="nadia", name="Nadia Karimi", role="social-worker", organisation="birmingham-city-council",
           team="sw-birmingham", words="Social worker"),
    SignIn(username="sunita", name="Sunita Rao", role="care-home-manager", organisation="made-up-home",
           team="made-up-home-team", words="Care home manager, of a home that is made up: trust an assessment, or ask"),
    SignIn(username="winston", name="Winston Blake", role="link-worker", organisation="bvsc", team="nns-birmingham",
           words="Neighbourhood network link worker"),
    SignIn(username="helen", name="Helen Tranter", role="mental-health-practitioner", organisation="bsmhft",
           team="oa-liaison", words="Older-adult mental health liaison"),
    SignIn(username="priya", name="Priya Mistry", role="information-governance", organisation="bsol-icb",
           team="place-office", words="Information governance: who looked, and why"),
    SignIn(username="nora", name="Nora Beddoes", role="records-reviewer", organisation="bsol-icb", team="place-office",
           words="Clerical reviewer: one person or two?"),
    SignIn(username="frances", name="Frances Round", role="clinical-safety", organisation="bsol-icb",
           team="place-office", words="Clinical safety officer"),
    SignIn(username="oliver", name="Oliver Webb", role="analyst", organisation="bsol-icb", team="place-office",
           words="Analyst: numbers that open"),
    SignIn(username="joan", name="Dr Joan Perks", role="locality-chair", organisation="bsol-icb", team="place-office",
           words="Locality chair: does it work?"),
    SignIn(username="martin", name="Martin Insley", role="place-owner", organisation="bsol-icb", team="place-office",
           words="Keeps the place's declarations right"),
)  # fmt: skip

CITIZENS = (
    CitizenSignIn(username="citizen", role="citizen", words="Someone who asked for help: where it is, who looked"),
    CitizenSignIn(username="carer", role="carer", name="Jo Marsh", relation="Daughter", need="less-able",
                  need_words="Getting up from the chair has become hard this week, and I am away from Monday.",
                  words="Carer: asks for help for somebody, follows it, answers a question"),
)  # fmt: skip

CREWS = (
    Crew(teams=("hub-*", "care-coordination-centre", "single-point-of-access", "transfer-of-care-hub"),
         role="hub-coordinator", members=2),
    Crew(teams=("hub-*", "care-coordination-centre", "single-point-of-access", "transfer-of-care-hub"),
         role="hub-clinician", members=1),
    Crew(teams=("ucr-*", "dn-*", "vw-*", "spur", "opal-*", "recovery-beds"), role="community-nurse", members=3),
    Crew(teams=("vw-*",), role="ward-senior", members=1),
    Crew(teams=("eict-*", "therapy-*", "home-care-*"), role="therapist", members=3),
    Crew(teams=("nt-*", "sw-*"), role="social-worker", members=2),
    Crew(teams=("nns-*",), role="link-worker", members=3),
    Crew(teams=("oa-liaison",), role="mental-health-practitioner", members=2),
    Crew(teams=("wmas-crews",), role="paramedic", members=3),
    Crew(teams=("flow-*",), role="ward-flow", members=1),
)  # fmt: skip
