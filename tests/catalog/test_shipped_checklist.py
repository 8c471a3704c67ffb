"""What the shipped checklist promises, beyond what the loader checks of every checklist."""

from __future__ import annotations

import re
from datetime import date

import pytest

from planner.catalog.benchmarks import load_benchmarks
from planner.catalog.checklists import load_checklist
from planner.catalog.places import resource
from planner.domain.checklist import Checklist, Item, LawBasis

FOLDER = "checklists/perpres-89-2021"
STAGES = (
    "komitmen",
    "pemetaan",
    "usulan",
    "persetujuan",
    "kesepakatan",
    "kelembagaan",
    "sarana",
    "sdm",
    "uji-coba",
    "peresmian",
)


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    benchmarks = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(benchmarks, dict), benchmarks
    read = load_checklist(resource(FOLDER), frozenset(benchmarks))
    assert isinstance(read, Checklist), [str(p) for p in read]
    return read


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    files = {p.name: p.read_text(encoding="utf-8") for p in sorted(resource(FOLDER).glob("*.yaml"))}
    assert len(files) == 11
    return files


def laws(checklist: Checklist) -> list[tuple[Item, LawBasis]]:
    return [(i, b) for i in checklist.items.values() for b in i.basis if isinstance(b, LawBasis)]


def ancestors(checklist: Checklist, item: str) -> set[str]:
    """Ids of all items that ``item`` waits for, directly or not, through items and gates."""
    found: set[str] = set()
    waiting = [item]
    while waiting:
        for link in checklist.items[waiting.pop()].after:
            gate = [i.id for i in checklist.gate_items[link.gate]] if link.gate else []
            new = {*gate, *([link.item] if link.item else [])} - found
            found |= new
            waiting.extend(new)
    return found


def test_it_has_ten_stages_four_gates_and_enough_items(checklist: Checklist) -> None:
    assert checklist.head.stages == STAGES
    assert [g.id for g in checklist.gates] == ["usulan", "persetujuan", "uji-coba", "peresmian"]
    per_agency = [i for i in checklist.items.values() if i.per == "agency"]
    assert len(checklist.items) >= 70
    assert 12 <= len(per_agency) <= 15


def test_every_gate_has_items_and_its_items_are_accepted_by_a_second_person(checklist: Checklist) -> None:
    assert min(len(items) for items in checklist.gate_items.values()) >= 3
    assert [i.id for items in checklist.gate_items.values() for i in items if not i.verify] == []


def test_every_gate_holds_something(checklist: Checklist) -> None:
    held = {link.gate for item in checklist.items.values() for link in item.after}
    assert held - {None} == {g.id for g in checklist.gates}


def test_everything_before_the_launch_leads_to_it(checklist: Checklist) -> None:
    before = set(checklist.items) - checklist.after_launch - {checklist.head.launch}
    assert len(before) >= 70
    assert before - ancestors(checklist, checklist.head.launch) == set()


def test_the_gates_come_one_after_the_other(checklist: Checklist) -> None:
    def behind(gate: str) -> set[str]:
        found = {i.id for i in checklist.gate_items[gate]}
        return found.union(*(ancestors(checklist, item) for item in found))

    order = [behind(g.id) for g in checklist.gates]
    assert order[0] < order[1] < order[3]
    assert order[0] < order[2] < order[3]


def test_a_partnership_is_signed_only_after_approval(checklist: Checklist) -> None:
    approval = {i.id for i in checklist.gate_items["persetujuan"]}
    signed = [i for i in checklist.items.values() if "PKS" in i.title or "kesepakatan bersama" in i.title]
    assert len(signed) == 2
    assert all(approval <= ancestors(checklist, i.id) for i in signed)


def test_no_text_names_a_huruf(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if re.search(r"\bhuruf\b", text, re.IGNORECASE)] == []


def test_the_technical_guideline_is_cited_without_an_article(checklist: Checklist) -> None:
    cited = [b for _, b in laws(checklist) if b.instrument == "permenpanrb-92-2021"]
    assert len(cited) >= 2
    assert {b.provision for b in cited} == {None}
    assert not checklist.instruments["permenpanrb-92-2021"].articles


def test_only_attested_articles_are_cited(checklist: Checklist) -> None:
    cited = {(b.instrument, b.provision, b.attestation) for _, b in laws(checklist) if b.provision}
    assert cited <= {
        ("perpres-89-2021", "Pasal 3 ayat (1)", "one_source"),
        ("perpres-89-2021", "Pasal 5", "one_source"),
        ("perpres-89-2021", "Pasal 5", "two_sources"),
        ("perpres-89-2021", "Pasal 5 ayat (1)", "two_sources"),
        ("perpres-89-2021", "Pasal 5 ayat (2)", "two_sources"),
        ("perpres-89-2021", "Pasal 6", "two_sources"),
        ("perpres-89-2021", "Pasal 7 ayat (1)", "two_sources"),
        ("perpres-89-2021", "Pasal 7 ayat (2)", "two_sources"),
        ("perpres-89-2021", "Pasal 7 ayat (3)", "one_source"),
        ("perpres-89-2021", "Pasal 7 ayat (3)", "two_sources"),
        ("perpres-89-2021", "Pasal 8", "one_source"),
        ("perpres-89-2021", "Pasal 9 ayat (1)", "one_source"),
        ("perpres-89-2021", "Pasal 11", "one_source"),
        ("perpres-21-2023", "Pasal 7", "two_sources"),
        ("pp-28-2018", "Pasal 46", "one_source"),
    }


def test_the_thirty_days_of_verification_are_calendar_days_known_from_one_source(
    checklist: Checklist,
) -> None:
    item = checklist.items["PRS-02"]
    assert (item.duration.unit, item.duration.likely) == ("calendar", 30)
    assert item.duration.basis.kind == "documented"
    thirty = [b for b in item.basis if isinstance(b, LawBasis) and b.quote and "30 hari" in b.quote]
    assert [b.attestation for b in thirty] == ["one_source"]


def test_documented_durations_name_a_source_and_the_others_say_how_they_were_estimated(
    checklist: Checklist,
) -> None:
    bases = [i.duration.basis for i in checklist.items.values()]
    documented = [b for b in bases if b.kind == "documented"]
    assert len(documented) >= 3
    assert all(b.source in checklist.sources for b in documented)
    assert [b.note for b in bases if b.kind == "estimated" and len(b.note) < 20] == []


def test_every_item_asks_for_a_document_and_can_be_read_at_a_glance(checklist: Checklist) -> None:
    assert [i.id for i in checklist.items.values() if not any(e.required for e in i.evidence)] == []
    assert [i.id for i in checklist.items.values() if len(i.title) > 70 or len(i.requirement) > 400] == []


def test_no_source_instrument_or_role_is_left_unused(checklist: Checklist) -> None:
    items = checklist.items.values()
    sources = {b.source for i in items for b in i.basis} | {i.duration.basis.source for i in items}
    assert set(checklist.sources) - sources - {i.source for i in checklist.instruments.values()} == set()
    assert set(checklist.instruments) - {b.instrument for _, b in laws(checklist)} == set()
    assert set(checklist.roles) - {i.responsible for i in items} == set()


def test_each_reference_was_checked_and_not_in_the_future(checklist: Checklist) -> None:
    days = [b.verified_on for _, b in laws(checklist)]
    days += [i.verified_on for i in checklist.instruments.values()]
    assert min(days) >= date(2026, 11, 1)
    assert max(days) <= date(2026, 11, 22)


def test_what_costs_the_regency_money_is_marked(checklist: Checklist) -> None:
    paid = {i.id for i in checklist.items.values() if i.funding == "apbd"}
    assert {"PMT-08", "SRN-03", "SRN-05", "SRN-06", "SRN-07", "PRM-02"} <= paid


def test_the_files_name_the_schema_for_editors(texts: dict[str, str]) -> None:
    first = {text.splitlines()[0] for text in texts.values()}
    assert first == {"# yaml-language-server: $schema=../schema.json"}


def test_the_likely_durations_add_up_to_what_real_regencies_took(checklist: Checklist) -> None:
    months = longest_path(checklist) / 20.4
    assert 11 <= months <= 20


def longest_path(checklist: Checklist) -> float:
    """Working days to the end of the launch with likely durations; lags and elapsed days at 5/7."""
    starts: dict[str, float] = {}

    def length(item: str) -> float:
        estimate = checklist.items[item].duration
        return estimate.likely * {"work": 1.0, "calendar": 5 / 7}[estimate.unit]

    def start(item: str) -> float:
        if item not in starts:
            found = [0.0]
            for link in checklist.items[item].after:
                lag = link.lag * {"work": 1.0, "calendar": 5 / 7}[link.unit]
                before = [i.id for i in checklist.gate_items[link.gate]] if link.gate else [str(link.item)]
                for name in before:
                    moved = {
                        "FS": length(name),
                        "SS": 0.0,
                        "FF": length(name) - length(item),
                        "SF": -length(item),
                    }
                    found.append(start(name) + moved[link.type] + lag)
            starts[item] = max(found)
        return starts[item]

    return start(checklist.head.launch) + length(checklist.head.launch)


def test_nothing_else_lies_in_the_folder() -> None:
    names = {p.name for p in resource(FOLDER).iterdir()}
    assert names == {"checklist.yaml", *(f"{n:02d}-{s}.yaml" for n, s in enumerate(STAGES, 1))}
