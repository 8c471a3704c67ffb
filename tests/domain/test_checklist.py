from __future__ import annotations

import pytest
from pydantic import ValidationError

from planner.domain.checklist import (
    Checklist,
    Dependency,
    DurationBasis,
    Estimate,
    EvidenceRequirement,
    Instrument,
    Item,
    LawBasis,
)
from tests.domain.builders import checklist, item

ESTIMATED = DurationBasis(kind="estimated", note="Perkiraan")


def _estimate(optimistic: int, likely: int, pessimistic: int) -> Estimate:
    return Estimate(
        unit="work", optimistic=optimistic, likely=likely, pessimistic=pessimistic, basis=ESTIMATED
    )


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="required_by"):
        EvidenceRequirement.model_validate({"id": "sk", "title": "Keputusan", "required_by": "sekda"})


def test_a_value_never_changes() -> None:
    sk = EvidenceRequirement(id="sk", title="Keputusan")
    with pytest.raises(ValidationError, match="frozen"):
        sk.__setattr__("title", "Lain")


def test_a_documented_duration_names_its_source() -> None:
    with pytest.raises(ValidationError, match="documented_without_source"):
        DurationBasis(kind="documented", note="Tercatat")
    assert DurationBasis(kind="documented", note="Tercatat", source="berita").source == "berita"


@pytest.mark.parametrize(
    ("days", "code"),
    [((6, 5, 9), "optimistic_over_likely"), ((1, 9, 8), "likely_over_pessimistic")],
)
def test_the_three_points_of_an_estimate_stand_in_order(days: tuple[int, int, int], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        _estimate(*days)


def test_the_three_points_of_an_estimate_may_be_equal() -> None:
    assert _estimate(30, 30, 30).likely == 30


def test_a_dependency_waits_for_one_thing() -> None:
    with pytest.raises(ValidationError, match="item_or_gate"):
        Dependency()
    with pytest.raises(ValidationError, match="item_or_gate"):
        Dependency(item="KOM-01", gate="usulan")


def test_a_dependency_may_be_written_as_the_id_alone() -> None:
    told = item("KOM-02").model_dump() | {"after": ["KOM-01"]}
    (dependency,) = Item.model_validate(told).after
    assert (dependency.item, dependency.type, dependency.lag, dependency.unit) == ("KOM-01", "FS", 0, "work")


@pytest.mark.parametrize("provision", ["Pasal 6 huruf a", "pasal 6", "Pasal 6 ayat 2", "BAB II"])
def test_a_provision_is_an_article_and_no_finer_than_a_paragraph(provision: str) -> None:
    with pytest.raises(ValidationError, match="provision"):
        LawBasis.model_validate(
            {
                "kind": "law",
                "instrument": "perpres-89-2021",
                "provision": provision,
                "source": "jdih",
                "attestation": "official_text",
                "verified_on": "2026-11-22",
            }
        )


GROWN = checklist(
    item("KOM-01", gates=["usulan"]),
    item("KSP-01", gates=["usulan", "uji-coba"], after=[{"gate": "usulan"}]),
    item("PAN-02", after=["PAN-01"]),
    item("PAN-01", after=["KOM-01", "PRM-01"]),
    item("PRM-01", after=["KSP-01"]),
    launch="PRM-01",
    gates=["usulan", "uji-coba"],
    stages={"komitmen": ["KOM-01"], "kesepakatan": ["KSP-01"], "peresmian": ["PAN-02", "PAN-01", "PRM-01"]},
)


def test_items_are_found_by_id_in_the_order_of_the_stages() -> None:
    assert list(GROWN.items) == ["KOM-01", "KSP-01", "PAN-02", "PAN-01", "PRM-01"]
    assert GROWN.items["KSP-01"].id == "KSP-01"
    assert GROWN.stage_of["PAN-01"] == "peresmian"


def test_a_gate_knows_its_items() -> None:
    found = {gate: [i.id for i in items] for gate, items in GROWN.gate_items.items()}
    assert found == {"usulan": ["KOM-01", "KSP-01"], "uji-coba": ["KSP-01"]}
    assert [gate.id for gate in GROWN.gates] == ["usulan", "uji-coba"]


def test_what_waits_for_the_launch_comes_after_it_whatever_the_order_of_writing() -> None:
    assert GROWN.after_launch == {"PAN-01", "PAN-02"}


def test_a_checklist_without_later_work_has_none() -> None:
    assert checklist(item("PRM-01"), launch="PRM-01").after_launch == frozenset()


def test_roles_instruments_and_sources_are_found_by_id() -> None:
    law = Instrument.model_validate(
        {
            "id": "perpres-89-2021",
            "title": "Perpres 89/2021",
            "subject": "Mal Pelayanan Publik",
            "kind": "presidential",
            "articles": True,
            "source": "berita",
            "attestation": "two_sources",
            "verified_on": "2026-11-22",
        }
    )
    whole = Checklist(head=GROWN.head.model_copy(update={"instruments": (law,)}), stages=GROWN.stages)
    assert whole.id == "contoh"
    assert whole.roles["sekda"].title == "Sekretaris Daerah"
    assert whole.sources["berita"].kind == "press"
    assert whole.instruments == {"perpres-89-2021": law}
