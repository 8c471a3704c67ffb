"""The catalogue of typical agencies: what is shipped, and what its author is told of mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from planner.catalog.agencies import load_agencies
from planner.catalog.benchmarks import Benchmark, load_benchmarks
from planner.catalog.library import Library
from planner.catalog.places import resource
from planner.catalog.problem import Problem
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.plan import Agency, AgencyCategory

CATEGORIES: tuple[AgencyCategory, ...] = get_args(AgencyCategory)
CITING = ("agreements", "documents", "mou", "agencies", "services")


@pytest.fixture(scope="module")
def benchmarks() -> dict[str, Benchmark]:
    found = load_benchmarks(resource("data/benchmarks.yaml"))
    assert isinstance(found, dict), found
    return found


@pytest.fixture(scope="module")
def shipped(benchmarks: dict[str, Benchmark]) -> AgencyCatalogue:
    found = load_agencies(resource("data/agencies.yaml"), benchmarks)
    assert isinstance(found, AgencyCatalogue), found
    return found


def facts(shipped: AgencyCatalogue) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Every fact of the catalogue: its group, its name, how sure it is, and its sources."""
    for kind in shipped.agreements:
        yield "agreements", kind.id, kind.attestation, kind.sources
    for category in CATEGORIES:
        for kind, document in shipped.documents_of(category):
            yield "documents", f"{category} {kind.id}", document.attestation, document.sources
    yield "mou", shipped.mou.title, shipped.mou.attestation, shipped.mou.sources
    for agency in shipped.agencies:
        yield "agencies", agency.id, agency.attestation, agency.seen
        for service in agency.services:
            yield "services", f"{agency.id} {service.name}", service.attestation, service.sources


def test_the_shipped_catalogue_knows_agencies_of_every_category(shipped: AgencyCatalogue) -> None:
    assert len(shipped.by_id) == len(shipped.agencies) >= 45
    assert {agency.category for agency in shipped.agencies} == set(CATEGORIES)


def test_every_category_has_documents_and_a_technical_agreement_comes_last(shipped: AgencyCatalogue) -> None:
    assert {c: [kind.id for kind, _ in shipped.documents_of(c)] for c in CATEGORIES} == {
        "opd_regency": ["pks"],
        "opd_province": ["kesepakatan-bersama", "pks"],
        "vertical": ["nota-kesepakatan", "pks"],
        "state_owned": ["kesepakatan-bersama", "pks"],
        "regional_owned": ["kesepakatan-bersama", "pks"],
        "private": ["kesepakatan-bersama", "pks"],
    }


def test_seventeen_parties_signed_the_national_memorandum(shipped: AgencyCatalogue) -> None:
    assert len({party.id for party in shipped.mou.parties}) == len(shipped.mou.parties) == 17


def test_agencies_stand_under_the_party_that_signed_for_them(shipped: AgencyCatalogue) -> None:
    backed = {agency.id: agency.mou for agency in shipped.agencies if agency.mou is not None}
    assert backed == {
        "polres": "polri",
        "imigrasi": "kemenkumham",
        "kantor-pertanahan": "atr-bpn",
        "kejaksaan-negeri": "kejaksaan-agung",
        "pengadilan-negeri": "mahkamah-agung",
        "pengadilan-agama": "mahkamah-agung",
        "kemenag": "kemenag",
        "kpp-pratama": "kemenkeu",
        "bea-cukai": "kemenkeu",
        "bpom": "bpom",
        "bnn": "bnn",
        "bp3mi": "bp2mi",
        "lapas-bapas": "kemenkumham",
        "bpjs-kesehatan": "bpjs-kesehatan",
        "bpjs-ketenagakerjaan": "bpjs-ketenagakerjaan",
        "pln": "pln",
        "taspen": "taspen",
    }
    party = shipped.backing(shipped.by_id["polres"])
    assert party is not None
    assert party.name == "Kepolisian Negara Republik Indonesia"
    assert shipped.backing(shipped.by_id["bps"]) is None


def test_two_sources_means_two_that_tell_it_themselves(shipped: AgencyCatalogue) -> None:
    told = {
        (group, name): sum(shipped.source[source].counts for source in sources)
        for group, name, attestation, sources in facts(shipped)
        if attestation == "two_sources"
    }
    assert {group for group, _ in told} == set(CITING)
    assert {fact: count for fact, count in told.items() if count < 2} == {}


def test_no_source_of_the_shipped_catalogue_is_an_official_text(shipped: AgencyCatalogue) -> None:
    assert {attestation for _, _, attestation, _ in facts(shipped)} == {"two_sources", "one_source"}


def test_every_fact_cites_each_of_its_sources_once(shipped: AgencyCatalogue) -> None:
    assert [name for _, name, _, sources in facts(shipped) if len(set(sources)) < len(sources)] == []


def test_every_source_is_cited(shipped: AgencyCatalogue) -> None:
    cited = {source for _, _, _, sources in facts(shipped) for source in sources}
    assert {source.id for source in shipped.sources} == cited


def test_a_source_names_its_regency_as_the_benchmarks_do(
    shipped: AgencyCatalogue, benchmarks: dict[str, Benchmark]
) -> None:
    named = {s.id: (s.place, benchmarks[s.region].name) for s in shipped.sources if s.region is not None}
    assert len(named) >= 20
    assert {source: pair for source, pair in named.items() if pair[0] != pair[1]} == {}


def test_only_what_holds_everywhere_or_sums_up_names_no_place(shipped: AgencyCatalogue) -> None:
    assert {source.seen_as for source in shipped.sources if source.place is None} == {"national", "digest"}
    assert {s.seen_as for s in shipped.sources if s.place is not None} == {"present", "signed", "planned"}


def test_an_announcement_is_no_place_where_an_agency_serves(shipped: AgencyCatalogue) -> None:
    assert shipped.places(shipped.by_id["bp3mi"]) == ("Kabupaten Pati",)
    assert shipped.places(shipped.by_id["kpu"]) == ()


def test_agencies_that_shared_a_counter_did_so_on_the_days_their_source_names(
    shipped: AgencyCatalogue,
) -> None:
    shared = {a.id: (a.part_time.days, a.part_time.source) for a in shipped.agencies if a.part_time}
    assert shared == {
        "kejaksaan-negeri": ((1,), "cilegon-2023"),
        "pengadilan-agama": ((5,), "cilegon-2023"),
        "kemenag": ((2, 4), "cilegon-2023"),
        "bnn": ((1,), "cilegon-2023"),
    }


def test_every_agency_can_be_taken_into_a_plan(shipped: AgencyCatalogue) -> None:
    taken = [Agency(name=agency.name, category=agency.category) for agency in shipped.agencies]
    assert len({agency.name for agency in taken}) == len(taken)
    assert len({agency.short for agency in shipped.agencies}) == len(taken)


def test_the_library_reads_the_catalogue_once(shipped: AgencyCatalogue) -> None:
    library = Library(resource("checklists"), resource("data"))
    assert library.agencies == shipped
    assert library.agencies is library.agencies


ONE = """\
checked_on: 2026-11-22
agreements:
  - id: pks
    title: Perjanjian Kerja Sama
    short: PKS
    meaning: Hak dan kewajiban.
    frame: Permendagri 22/2020
    attestation: one_source
    sources: [modul]
documents:
  opd_regency: [{kind: pks, attestation: one_source, sources: [modul]}]
  opd_province: [{kind: pks, attestation: one_source, sources: [modul]}]
  vertical: [{kind: pks, attestation: one_source, sources: [modul]}]
  state_owned: [{kind: pks, attestation: one_source, sources: [modul]}]
  regional_owned: [{kind: pks, attestation: one_source, sources: [modul]}]
  private: [{kind: pks, attestation: one_source, sources: [modul]}]
mou:
  title: Nota Kesepahaman
  signed_on: 2022-06-28
  attestation: one_source
  sources: [modul]
  parties:
    - {id: polri, name: Kepolisian}
agencies:
  - id: polres
    name: Kepolisian Resor
    short: Polres
    category: vertical
    attestation: one_source
    seen: [siak-2024]
    mou: polri
    part_time: {days: [1], source: siak-2024, note: Hanya Senin.}
    services:
      - {name: SIM, attestation: one_source, sources: [siak-2024]}
sources:
  - {id: modul, title: Modul, seen_as: national}
  - {id: siak-2024, title: Mandala Pos, seen_as: present, place: Kabupaten Siak, region: siak}
"""


def load_text(folder: Path, text: str, *regions: str) -> AgencyCatalogue | tuple[Problem, ...]:
    path = folder / "agencies.yaml"
    path.write_text(text, encoding="utf-8")
    return load_agencies(path, regions or None)


def test_a_small_catalogue_is_read_with_and_without_a_list_of_regions(tmp_path: Path) -> None:
    without, known = load_text(tmp_path, ONE), load_text(tmp_path, ONE, "siak")
    assert isinstance(without, AgencyCatalogue)
    assert without == known
    assert without.places(without.by_id["polres"]) == ("Kabupaten Siak",)


def test_a_source_without_a_region_is_asked_for_none(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE.replace(", region: siak}", "}"), "gowa")
    assert isinstance(found, AgencyCatalogue)


def test_an_agency_needs_neither_days_nor_memorandum_nor_services(tmp_path: Path) -> None:
    bare = ONE.split("    mou: polri\n")[0] + "sources:" + ONE.split("\nsources:")[1]
    found = load_text(tmp_path, bare)
    assert isinstance(found, AgencyCatalogue)
    polres = found.by_id["polres"]
    assert (polres.mou, polres.part_time, polres.services) == (None, None, ())


def test_an_unknown_region_is_a_problem_where_it_stands(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE, "siaka")
    assert isinstance(found, tuple)
    assert [(p.line, p.code, p.hint) for p in found] == [(37, "unknown-region", "maksudnya 'siaka'?")]


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("kind: pks", "kind: nota-kesepakatan", 11, "dokumen 'nota-kesepakatan' tidak ada di agreements"),
        ("mou: polri", "mou: polisi", 31, "pihak 'polisi' tidak ada di parties pada mou"),
        ("seen: [siak-2024]", "seen: [siak-2042]", 30, "sumber 'siak-2042' tidak ada di sources"),
        ("source: siak-2024", "source: siak", 32, "sumber 'siak' tidak ada di sources"),
        (
            "SIM, attestation: one_source, sources: [siak",
            "SIM, attestation: one_source, sources: [x",
            34,
            "sumber 'x",
        ),
        (
            "private: [{kind: pks, attestation: one_source, sources: [modul",
            "private: [{kind: pks, attestation: one_source, sources: [m",
            16,
            "sumber 'm' tidak",
        ),
        (
            "frame: Permendagri 22/2020\n    attestation: one_source\n    sources: [modul]",
            "frame: Permendagri 22/2020\n    attestation: one_source\n    sources: [m]",
            9,
            "sumber 'm' tidak",
        ),
        ("  sources: [modul]\n  parties", "  sources: [m]\n  parties", 21, "sumber 'm' tidak"),
    ],
)
def test_an_id_that_names_nothing_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, sentence: str
) -> None:
    found = load_text(tmp_path, ONE.replace(old, new, 1))
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(line, "bad-value")]
    assert found[0].message.startswith(sentence)
    assert str(found[0]).startswith(f"{tmp_path / 'agencies.yaml'}:{line}: bad-value: ")


def test_the_nearest_known_id_is_offered(tmp_path: Path) -> None:
    found = load_text(tmp_path, ONE.replace("seen: [siak-2024]", "seen: [siak-2042]"))
    assert isinstance(found, tuple)
    assert found[0].hint == "maksudnya 'siak-2024'?"


@pytest.mark.parametrize(
    ("part", "line", "sentence"),
    [
        ("    - {id: polri, name: Kepolisian}\n", 24, "pihak 'polri' sudah ada di baris 23"),
        ("  - {id: modul, title: Modul, seen_as: national}\n", 37, "sumber 'modul' sudah ada di baris 36"),
        (
            "      - {name: SIM, attestation: one_source, sources: [siak-2024]}\n",
            35,
            "layanan 'SIM' sudah ada di baris 34",
        ),
        (ONE[ONE.index("  - id: pks") : ONE.index("documents:")], 10, "dokumen 'pks' sudah ada di baris 3"),
        (
            ONE[ONE.index("  - id: polres") : ONE.index("sources:\n  - {")],
            35,
            "instansi 'polres' sudah ada di baris 25",
        ),
    ],
)
def test_what_is_named_twice_is_a_problem_on_its_second_line(
    tmp_path: Path, part: str, line: int, sentence: str
) -> None:
    found = load_text(tmp_path, ONE.replace(part, part * 2))
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(line, "duplicate-id")]
    assert found[0].message.startswith(sentence)


def test_two_equal_names_on_one_line_are_a_problem_too(tmp_path: Path) -> None:
    twice = ONE.replace("    - {id: polri, name: Kepolisian}\n", "").replace(
        "parties:", "parties: [{id: polri, name: Kepolisian}, {id: polri, name: Polri}]"
    )
    found = load_text(tmp_path, twice)
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(22, "duplicate-id")]


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("category: vertical", "category: vertikal", 28, "unknown-value"),
        ("short: Polres", "shortt: Polres", 27, "unknown-key"),
        ("    attestation: one_source\n    seen", "    seen", 25, "missing-key"),
        ("SIM, attestation: one_source", "SIM", 34, "missing-key"),
        ("seen: [siak-2024]", "seen: []", 30, "empty-list"),
        ("days: [1]", "days: [8]", 32, "bad-range"),
        ("  private: [{kind: pks, attestation: one_source, sources: [modul]}]\n", "", 10, "missing-key"),
        ("seen_as: national", "seen_as: everywhere", 36, "unknown-value"),
    ],
)
def test_what_is_wrong_in_a_value_is_said_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, code: str
) -> None:
    found = load_text(tmp_path, ONE.replace(old, new))
    assert isinstance(found, tuple)
    assert [(p.line, p.code) for p in found] == [(line, code)]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    found = load_agencies(tmp_path / "none.yaml")
    assert isinstance(found, tuple)
    assert [p.code for p in found] == ["missing-file"]
