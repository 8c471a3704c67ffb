"""The register of agencies and the catalogue of typical ones, in words and as tables."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.activities import work
from planner.domain.agency_catalogue import AgencyCatalogue
from planner.domain.plan import Agency, Plan, PlanSettings
from planner.domain.services import Service
from planner.views import registry
from planner.views import registry_words as words
from planner.workspace import library
from tests.views import world

SETTINGS = PlanSettings(
    name="Belitung Timur", regency="19.06", checklist="perpres-89-2021", start=date(2026, 1, 5)
)
POLICE = Agency(name="Polres", category="vertical", weekdays=(4, 1), counters=2, typical="polres")
LATER = Agency(name="Taspen", category="state_owned", wave=2)
GONE = Agency(name="Dinsos", active=False, reason="Menunda ikut serta.")


@pytest.fixture(scope="module")
def catalogue() -> AgencyCatalogue:
    found = library().agencies
    assert isinstance(found, AgencyCatalogue)
    return found


def _plan(**agencies: Agency) -> Plan:
    return Plan(id="beltim", settings=SETTINGS, agencies=agencies)


def test_the_sentence_counts_by_wave_and_tells_who_left() -> None:
    plan = _plan(polres=POLICE, bps=Agency(name="BPS"), taspen=LATER, dinsos=GONE)
    assert registry.registry_sentence(plan) == (
        "3 instansi ikut serta: 2 pada gelombang 1, 1 pada gelombang 2; 1 sudah keluar."
    )


def test_without_agencies_the_sentence_says_what_to_do_first() -> None:
    assert registry.registry_sentence(_plan()) == words.NONE_YET


def test_where_everybody_left_the_sentence_says_so() -> None:
    assert registry.registry_sentence(_plan(dinsos=GONE)) == words.NOBODY_LEFT


def test_the_table_has_those_who_left_last_and_counts_the_services_that_are_offered() -> None:
    services = {
        "polres.sim": Service(agency="polres", name="SIM"),
        "polres.skck": Service(agency="polres", name="SKCK", active=False),
    }
    plan = _plan(dinsos=GONE, taspen=LATER, polres=POLICE).model_copy(update={"services": services})
    table = registry.registry_table(plan)
    assert table["Instansi"].tolist() == ["Polres", "Taspen", "Dinsos"]
    assert table["Layanan"].tolist() == [1, 0, 0]
    assert table["Hari hadir"].tolist() == ["Sen, Kam", words.EVERY_DAY, words.EVERY_DAY]
    assert table["Gerai"].tolist() == [2, 1, 1]


def test_what_is_offered_from_the_catalogue_leaves_out_whom_the_plan_has(catalogue: AgencyCatalogue) -> None:
    free = registry.choices(catalogue, _plan())
    assert {one.id for offered in free.values() for one in offered} == set(catalogue.by_id)
    by_id_or_name = _plan(polisi=POLICE, bank=Agency(name="BANK MANDIRI", category="private"))
    left = {one.id for offered in registry.choices(catalogue, by_id_or_name).values() for one in offered}
    assert set(catalogue.by_id) - left == {"polres", "bank-mandiri"}


def test_one_that_left_may_be_chosen_from_the_catalogue_again(catalogue: AgencyCatalogue) -> None:
    plan = _plan(polres=POLICE.model_copy(update={"active": False}))
    assert "polres" in {one.id for one in registry.choices(catalogue, plan)["vertical"]}


def test_a_choice_says_how_sure_the_presence_is(catalogue: AgencyCatalogue) -> None:
    assert registry.choice(catalogue.by_id["polres"]) == "Polres · dua sumber"
    assert registry.choice(catalogue.by_id["jasa-raharja"]) == "Jasa Raharja · satu sumber"


def test_an_agency_of_the_catalogue_is_told_with_places_days_and_services(catalogue: AgencyCatalogue) -> None:
    told = registry.seen_where(catalogue, catalogue.by_id["bnn"])
    assert told.startswith("terlihat di Kabupaten Lampung Utara, ")
    assert "pernah hadir hanya Senin (Kota Cilegon)" in told
    assert "layanan yang disebut sumber: KTP elektronik; " in registry.seen_where(
        catalogue, catalogue.by_id["disdukcapil"]
    )


def test_one_that_is_only_announced_is_never_told_as_seen(catalogue: AgencyCatalogue) -> None:
    assert registry.seen_where(catalogue, catalogue.by_id["notaris"]) == words.ONLY_ANNOUNCED


@pytest.mark.parametrize(
    ("typical", "sentence"),
    [
        ("polres", "Kepolisian Negara Republik Indonesia ikut menandatanganinya."),
        ("disdukcapil", "Tidak ada pihak "),
        (None, "Pilih padanan di katalog"),
        ("sudah-dihapus", "Pilih padanan di katalog"),
    ],
)
def test_the_national_memorandum_backs_a_request_only_where_a_party_stands_above(
    catalogue: AgencyCatalogue, typical: str | None, sentence: str
) -> None:
    told = registry.backing_sentence(catalogue, Agency(name="Instansi", typical=typical))
    assert sentence in told
    assert "28 Juni 2022" in told


def test_the_effect_tells_work_score_and_launch() -> None:
    before, after = world.large(2, 1).work, world.large(1, 3).work
    assert registry.effect_sentence(
        (before, after), (0.345, 0.31), (date(2027, 6, 14), date(2027, 6, 30))
    ) == (
        "2 kegiatan ditambahkan; 1 kegiatan tidak dihitung lagi; nilai kesiapan 34% menjadi 31%; perkiraan "
        "buka 14 Jun 2027 menjadi 30 Jun 2027."
    )


def test_the_first_agency_takes_nothing_away_by_taking_the_place_of_stand_ins() -> None:
    checklist, now = world.checklist(), world.plan({})
    nobody = work(checklist, now.model_copy(update={"agencies": {}}))
    assert any(activity.stand_in for activity in nobody.activities.values())
    first = work(checklist, now.model_copy(update={"agencies": {"polres": Agency(name="Polres")}}))
    launch = date(2027, 6, 14)
    assert registry.effect_sentence((nobody, first), (0.1, 0.1), (launch, launch)).startswith(
        "1 kegiatan ditambahkan; nilai kesiapan tetap"
    )


def test_what_stays_is_told_as_staying() -> None:
    same = world.small().work
    launch = date(2027, 6, 14)
    assert registry.effect_sentence((same, same), (None, None), (launch, launch)) == (
        "Nilai kesiapan tetap –; perkiraan buka tetap 14 Jun 2027."
    )
