"""Which answers of the referral form does this person's page know already?"""

from homeward.people.api import PersonPage


def known(shown: PersonPage) -> dict[str, str]:
    """Names of the form's fields and what to start them with; an answer that is not known is left out."""
    top = shown.banner
    born = top.birth_date
    answers = {
        "nhs_number": top.nhs_number,
        "given": top.given,
        "family": top.family,
        "birth_date": f"{born.day} {born.month} {born.year}" if born else "",
        "sex": "" if top.sex_code == "unknown" else top.sex_code,
        "address": ", ".join(shown.address_lines),
        "postcode": shown.postcode,
        "practice": shown.practice_name,
        "language": top.language_code,
        "interpreter": "on" if top.interpreter_needed else "",
        "access": top.access_needs,
    }
    return {name: answer for name, answer in answers.items() if answer}
