"""The 514 kabupaten and kota of Kepmendagri 300.2.2-2138/2025."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planner.catalog.regencies import Regency, load_regencies


@pytest.fixture(scope="module")
def regencies() -> dict[str, Regency]:
    return load_regencies()


def test_there_are_416_kabupaten_and_98_kota_in_38_provinces(regencies: dict[str, Regency]) -> None:
    kinds = Counter(regency.name.split()[0] for regency in regencies.values())
    assert kinds == {"Kabupaten": 416, "Kota": 98}
    assert len(regencies) == 514
    assert len({regency.province_code for regency in regencies.values()}) == 38
    assert len({regency.province for regency in regencies.values()}) == 38


def test_a_code_begins_with_its_province_and_tells_kabupaten_from_kota(regencies: dict[str, Regency]) -> None:
    for regency in regencies.values():
        province, number = regency.code.split(".")
        assert province == regency.province_code
        assert len(number) == 2
        kinds = {"Kabupaten": range(1, 70), "Kota": range(71, 100)}
        assert int(number) in kinds[regency.name.split()[0]]


def test_codes_are_in_order_and_names_are_unique(regencies: dict[str, Regency]) -> None:
    assert list(regencies) == sorted(regencies)
    assert len({regency.name for regency in regencies.values()}) == 514


def test_names_are_clean(regencies: dict[str, Regency]) -> None:
    texts = [text for regency in regencies.values() for text in (regency.name, regency.province)]
    assert [text for text in texts if text != " ".join(text.split()) or "." in text] == []


@pytest.mark.parametrize(
    ("code", "name", "province", "zone"),
    [
        ("11.01", "Kabupaten Aceh Selatan", "Aceh", "Asia/Jakarta"),
        ("13.11", "Kabupaten Solok Selatan", "Sumatera Barat", "Asia/Jakarta"),
        ("14.08", "Kabupaten Siak", "Riau", "Asia/Jakarta"),
        ("14.71", "Kota Pekanbaru", "Riau", "Asia/Jakarta"),
        ("19.06", "Kabupaten Belitung Timur", "Kepulauan Bangka Belitung", "Asia/Jakarta"),
        ("31.75", "Kota Administrasi Jakarta Timur", "Daerah Khusus Ibukota Jakarta", "Asia/Jakarta"),
        ("35.73", "Kota Malang", "Jawa Timur", "Asia/Jakarta"),
        ("51.03", "Kabupaten Badung", "Bali", "Asia/Makassar"),
        ("53.02", "Kabupaten Timor Tengah Selatan", "Nusa Tenggara Timur", "Asia/Makassar"),
        ("61.71", "Kota Pontianak", "Kalimantan Barat", "Asia/Pontianak"),
        ("62.71", "Kota Palangkaraya", "Kalimantan Tengah", "Asia/Pontianak"),
        ("63.72", "Kota Banjarbaru", "Kalimantan Selatan", "Asia/Makassar"),
        ("64.74", "Kota Bontang", "Kalimantan Timur", "Asia/Makassar"),
        ("65.71", "Kota Tarakan", "Kalimantan Utara", "Asia/Makassar"),
        ("73.11", "Kabupaten Barru", "Sulawesi Selatan", "Asia/Makassar"),
        ("73.12", "Kabupaten Soppeng", "Sulawesi Selatan", "Asia/Makassar"),
        ("81.71", "Kota Ambon", "Maluku", "Asia/Jayapura"),
        ("96.71", "Kota Sorong", "Papua Barat Daya", "Asia/Jayapura"),
    ],
)
def test_known_regencies_have_their_code_province_and_zone(
    regencies: dict[str, Regency], code: str, name: str, province: str, zone: str
) -> None:
    regency = regencies[code]
    assert (regency.name, regency.province, regency.zone) == (name, province, zone)


def test_every_zone_is_known_to_the_time_zone_database(regencies: dict[str, Regency]) -> None:
    zones = {regency.zone for regency in regencies.values()}
    assert {ZoneInfo(zone).key for zone in zones} == {
        "Asia/Jakarta",
        "Asia/Pontianak",
        "Asia/Makassar",
        "Asia/Jayapura",
    }


def test_a_province_has_one_zone(regencies: dict[str, Regency]) -> None:
    pairs = {(regency.province_code, regency.zone) for regency in regencies.values()}
    assert len(pairs) == 38


def test_another_file_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "few.csv"
    path.write_text("code,name,province_code,province,zone\n14.08,Kabupaten Siak,14,Riau,Asia/Jakarta\n")
    assert load_regencies(path) == {
        "14.08": Regency("14.08", "Kabupaten Siak", "14", "Riau", "Asia/Jakarta"),
    }
