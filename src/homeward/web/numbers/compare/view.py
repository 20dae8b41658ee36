"""Which places differ from all of them together by more than chance and their size explain?"""

from django.http import HttpResponse
from markupsafe import Markup

from homeward.measures import api as measures
from homeward.web.numbers.asked import PERIODS, query, read
from homeward.web.page import PageRequest, page, show

OUTSIDE = {
    "": "Within what chance gives",
    "alert_high": "Above the 95% limits",
    "alert_low": "Below the 95% limits",
    "alarm_high": "Above the 99.8% limits",
    "alarm_low": "Below the 99.8% limits",
}
MANY = {"locality": "localities", "neighbourhood": "neighbourhoods", "practice": "practices", "pcn": "primary care networks", "team": "teams"}  # fmt: skip


@page("numbers.view", methods=("GET",))
def compare(request: PageRequest, code: str) -> HttpResponse:
    """A funnel by place, and the table behind it in the order of names."""
    reading = read(request.GET, now=request.at)
    cut = request.GET.get("by", "locality")
    cut = cut if cut in measures.COMPARED else "locality"
    found = measures.compared(code, asked=reading.asked, cut=cut, by=request.actor, at=request.at, of=reading.of)
    title = f"{found.measure.title} by {measures.COMPARED[cut].lower()}"
    drawn = {
        width: Markup(  # our own drawing; its words are escaped there
            measures.funnel_svg(
                found.funnel, title=title, direction=found.measure.direction, width=width, name=f"funnel-{width}"
            )
        )
        for width in (1000, 340)
    }
    context = {
        "measure": found.measure, "found": found, "of": reading.of, "newest": measures.catalogue_now().as_of, "cut": cut, "kinds": measures.COMPARED, "many": MANY[cut], "drawn": drawn,
        "chosen": reading, "asked": reading.asked, "periods": PERIODS, "title": title, "outside": OUTSIDE | ({"": "Within what is ordinary here"} if found.funnel.between else {}),
        "link": lambda **parts: query(request.GET, **{"by": cut, **parts}), "said": measures.said, "cuts": measures.CUTS,
        "near": [each for each in found.funnel.parts if each.outside.startswith("alert")],
        "apart": [each for each in found.funnel.parts if each.outside.startswith("alarm")],
    }  # fmt: skip
    return show(request, "numbers/compare/page.html", context)
