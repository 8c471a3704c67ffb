"""Markup typed into every field of free text is shown letter by letter, and nothing comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from planner.domain.changes import (
    ActivityChange,
    AgencyChange,
    AssignmentChange,
    Change,
    FloorChange,
    MemberChange,
    NewComment,
    NewFloor,
    NewServices,
    ReviewChange,
    SeatChange,
    ServiceRow,
    SettingsChange,
)
from planner.ui.frame import LONGEST
from planner.views import agency_words, schedule_words, words
from planner.workspace import Snapshot, Workspace, Written, open_workspace
from tests.e2e import seen, steps
from tests.e2e.server import Server

ROOT = Path(__file__).parents[2]
PLAN = "belitung-timur"
AGENCY, LEFT, ITEM, OF_AGENCY = "bank-daerah", "bapenda", "KMT-06", "PMT-02.imigrasi"
TYPED = "<img src=x onerror=alert(1)>[a](javascript:alert(2))![b](//jahat.invalid/c.png):red[d]"
SHORT = "<b onclick=alert(1)>[a](javascript:alert(2))**c**"
IN_A_CHART = '<a href="https://jahat.invalid">k</a><b>l</b>[a](javascript:alert(2))'
FILE = "<img src=x onerror=alert(1)>[a](javascript:alert(2)).pdf"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]>>endobj\n%%EOF"

ALIVE = """known => {
  const found = [];
  const ours = address => {
    try { return new URL(address, location.href).origin === location.origin; } catch { return false; }
  };
  const says = (node, address) => decodeURI(address) === node.textContent.replace(/\\s+$/, "");
  const look = root => {
    for (const node of root.querySelectorAll("*")) {
      for (const { name, value } of node.attributes) {
        const leads = ["href", "xlink:href", "action"].includes(name);
        const loads = ["src", "srcset", "data", "poster", "background"].includes(name);
        const followed = leads && /^https?:/.test(value) && (known.includes(value) || says(node, value));
        const foreign = (leads || loads) && !ours(value) && !/^(data:image|blob:)/.test(value);
        const typed = loads && /(^|\\/)x$/.test(value);
        if (name.startsWith("on") || typed || (foreign && !followed))
          found.push(`<${node.localName} ${name}=${value}>`);
      }
      if (node.shadowRoot) look(node.shadowRoot);
    }
  };
  look(document);
  return found;
}"""
"""Handlers, scripts, pictures and addresses that could only have come from what was typed.

An address that is typed can be followed where its link says in full where it leads; those of ``SOURCES`` came
with the app.
"""
SOURCES = sorted(
    {
        address
        for folder in ("checklists", "data")
        for file in (ROOT / folder).rglob("*.yaml")
        for address in re.findall(r"https?://[^\s'\"]+", file.read_text(encoding="utf-8"))
    }
)
"""The addresses of sources in the files of the installation."""


def _changes(workspace: Workspace) -> Sequence[Sequence[Change]]:
    """Every field of free text, in the order in which they can be written."""
    plan = workspace.snapshot(PLAN)
    assert isinstance(plan, Snapshot)
    return (
        (
            AgencyChange(agency=AGENCY, name=IN_A_CHART, contact=TYPED),
            AgencyChange(agency=LEFT, active=False, reason=TYPED),
            NewServices(rows=(ServiceRow(agency=AGENCY, name=TYPED, duration=SHORT, cost=SHORT),)),
            MemberChange(person="budi", name=TYPED, role="staff"),
            NewFloor(name="Lantai", counters=4),
            SettingsChange(name=TYPED, note=TYPED),
        ),
        (
            FloorChange(floor="lantai", name=SHORT),
            SeatChange(floor="lantai", counter=1, agency=AGENCY),
            ActivityChange(activity=ITEM, note=TYPED),
            ActivityChange(activity=OF_AGENCY, status="not_applicable", reason=TYPED),
            AssignmentChange(activity=ITEM, person="budi", due=plan.day + timedelta(days=3)),
            NewComment(activity=ITEM, text=f"{TYPED}\n@budi {SHORT}"),
        ),
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app in which somebody typed markup wherever they could."""
    running = Server(tmp_path_factory.mktemp("markah"))
    running.furnish()
    workspace = open_workspace(running.environment)
    for together in _changes(workspace):
        written = workspace.record_all(PLAN, together, actor="sekda", why=TYPED)
        assert isinstance(written, Written), written
    assert isinstance(workspace.freeze(PLAN, TYPED, actor="sekda", why=TYPED), Written)
    needed = workspace.snapshot(PLAN).work.activities[ITEM].item.evidence[0].id
    kept = workspace.attach(PLAN, ITEM, needed, FILE, PDF, actor="kepala-dpmptsp")
    assert isinstance(kept, Written), kept
    yesterday = date.today() - timedelta(days=1)
    done = ActivityChange(activity=ITEM, status="done", started_on=yesterday, finished_on=yesterday)
    assert isinstance(workspace.record(PLAN, done, actor="kepala-dpmptsp"), Written)
    back = ReviewChange(activity=ITEM, decision="returned", reason=TYPED)
    assert isinstance(workspace.record(PLAN, back, actor="sekda"), Written)
    running.start()
    yield running
    running.stop()


PLACES = (
    ("", {}, (TYPED,)),
    ("tugas", {}, ()),
    ("daftar", {"butir": ITEM}, (TYPED, SHORT, FILE)),
    ("daftar", {"butir": OF_AGENCY}, (TYPED,)),
    ("daftar", {"butir": TYPED, "cari": TYPED}, (TYPED,)),
    ("jadwal", {}, ()),
    ("jadwal", {"tampilan": words.TABLE}, ()),
    ("jadwal", {"tampilan": schedule_words.BASELINE}, (TYPED,)),
    ("instansi", {"instansi": AGENCY}, (IN_A_CHART, TYPED)),
    ("instansi", {"instansi": TYPED}, (TYPED,)),
    ("instansi", {"lihat": agency_words.REGISTRY}, ()),
    ("instansi", {"lihat": agency_words.SERVICES}, ()),
    ("instansi", {"lihat": agency_words.WAVES}, (IN_A_CHART,)),
    ("instansi", {"lihat": agency_words.COUNTERS}, (SHORT,)),
    ("verifikasi", {}, ()),
    ("prakiraan", {}, ()),
    ("andai", {}, ()),
    ("jejak", {}, (TYPED, IN_A_CHART, SHORT)),
    ("hukum", {}, ()),
    ("pengaturan", {}, (TYPED,)),
    ("", {"rencana": TYPED}, (TYPED[:LONGEST],)),
)


def _name(place: tuple[str, dict[str, str], tuple[str, ...]]) -> str:
    path, address, _ = place
    return "-".join([path or "ringkasan", *address])


@pytest.mark.parametrize(("path", "address", "shown"), PLACES, ids=map(_name, PLACES))
def test_typed_markup_is_only_text(
    page: Page, office: Server, path: str, address: dict[str, str], shown: tuple[str, ...]
) -> None:
    watch, asked = seen.Watch(page, office.url), []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    told = {"rencana": PLAN, **address}
    steps.visit(page, office.url, path, **{name: quote(value) for name, value in told.items()})
    assert page.evaluate(ALIVE, SOURCES) == []
    assert (watch.outside, watch.errors, asked) == ([], [], [])
    fields = page.locator("textarea, input").evaluate_all("all => all.map(field => field.value)")
    texts = "\n".join([page.locator("body").text_content() or "", *seen.words(page), *fields])
    assert [one for one in shown if one not in texts] == []
