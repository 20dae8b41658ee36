import os
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]="1"
import pytest
from django.conf import settings
from dataclasses import replace
from datetime import date, datetime, UTC, timedelta
from playwright.sync_api import sync_playwright
from axe_playwright_python.sync_playwright import Axe
from homeward.access.api import system
from homeward.directory.api import place
from homeward.people.api import *
from tests.plumbing.people_at_work import signed_in, staff
from homeward.web.people.tests.test_pages import AMINA

@pytest.mark.django_db(transaction=True)
def test_shots(live_server):
    at = datetime.now(UTC)
    pr = place().areas_of_kind("practice_list", on=at.date())
    w = place().areas_of_kind("ward", on=at.date())
    by=system("demo")
    p = register(details=replace(AMINA, practice_code=pr[0].code, ward_code=w[0].code, phone="0121 496 0001", carer_name="Yusuf Khan", carer_phone="0121 496 0002", carer_relationship="son", access_needs="Hard of hearing", former_family="Malik"), by=by, at=at-timedelta(days=100))
    register(details=replace(AMINA, nhs_number="", given="Aisha"), by=by, at=at)
    move(person_id=p.id, address_lines=("2 New Street","Birmingham"), postcode="B1 1AA", ward_code=w[3].code, since=at.date()-timedelta(days=2), by=by, at=at)
    d = register(details=replace(AMINA, nhs_number="", given="Edna", family="Last"), by=by, at=at)
    die(person_id=d.id, died_on=at.date()-timedelta(days=1), source="practice", by=by, at=at)
    team = next(c for c,t in place().teams.items() if t.hub)
    role = next(r for r in place().roles.values() if r.may("directory.edit_area") and r.may("handbook.view"))
    owner = signed_in(staff(role=role.code, teams=(team,)))
    hub = signed_in(staff(role="hub-coordinator", teams=(team,)))
    with sync_playwright() as pw:
        b = pw.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox","--disable-gpu","--disable-quic"])
        for client, pages in ((hub, {"search":"/people/?q=khan&born=3+5+1941","person":f"/people/{p.id}/","dead":f"/people/{d.id}/","new":"/people/new/","move":f"/people/{p.id}/move/","death":f"/people/{p.id}/death/","correct":f"/people/{p.id}/correct/","searcherr":"/people/?q="}),
            (owner, {"hb":"/handbook/","hbservices":"/handbook/services/","hbservice":f"/handbook/services/{list(place().services)[0]}/","hbroles":"/handbook/roles/","hbteams":"/handbook/teams/","hbclocks":"/handbook/clocks/","hbareas":"/handbook/areas/","hbarea":"/handbook/areas/neighbourhood-01/","hbtriage":"/handbook/triage/","hbcontacts":"/handbook/contacts/","hborg":"/handbook/organisations/","hbneeds":"/handbook/needs/","hbmeasures":"/handbook/measures/","hbforms":"/handbook/forms/","hbform":f"/handbook/forms/{list(place().questionnaires)[0]}/"})):
            for width in (1280, 390):
                ctx = b.new_context(viewport={"width":width,"height":900})
                ctx.add_cookies([{"name":settings.SESSION_COOKIE_NAME,"value":client.cookies[settings.SESSION_COOKIE_NAME].value,"url":live_server.url}])
                page = ctx.new_page()
                msgs=[]
                page.on("console", lambda m: msgs.append(m.text) if m.type in ("error","warning") else None)
                for name, addr in pages.items():
                    r = page.goto(live_server.url+addr)
                    page.wait_for_load_state("networkidle")
                    page.screenshot(path=f"/tmp/h4/shot-{name}-{width}.png", full_page=width==1280 and not name.startswith("hbroles"))
                    res = Axe().run(page, options={"runOnly":["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]})
                    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    v=[(x["id"], x["nodes"][0]["html"][:150]) for x in res.response["violations"]]
                    if v or over>0 or r.status>422: print(name,width,r.status,over,v)
                if width==1280 and client is hub:
                    page.goto(live_server.url+"/people/new/")
                    page.fill("#given","Amena"); page.fill("#family","Kahn"); page.fill("#birth_date","3 5 1941"); page.press("#birth_date","Tab")
                    page.wait_for_selector("#alike-title", timeout=5000)
                    page.screenshot(path="/tmp/h4/shot-alike.png", full_page=True)
                print(width, set(msgs))
        b.close()
