"""Words for what the mall holds: services, floors, counters, and what cannot be of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.counters import FloorUse
from planner.domain.seating import SeatProblem
from planner.domain.services import Channel, Output, StandardComponent

OUTPUT: Final[Mapping[Output, str]] = {
    "product": "produk selesai",
    "consultation": "konsultasi",
    "information": "informasi",
}
CHANNEL: Final[Mapping[Channel, str]] = {
    "direct": "langsung",
    "electronic": "elektronik",
    "self_service": "mandiri",
    "mobile": "bergerak",
}
COMPONENT: Final[Mapping[StandardComponent, str]] = {
    "requirements": "persyaratan",
    "procedure": "sistem, mekanisme dan prosedur",
    "duration": "jangka waktu",
    "cost": "biaya/tarif",
    "product": "produk pelayanan",
    "complaints": "penanganan pengaduan, saran dan masukan",
    "legal_basis": "dasar hukum",
    "facilities": "sarana, prasarana dan fasilitas",
    "competence": "kompetensi pelaksana",
    "supervision": "pengawasan internal",
    "staff": "jumlah pelaksana",
    "guarantee": "jaminan pelayanan",
    "safety": "jaminan keamanan dan keselamatan",
    "evaluation": "evaluasi kinerja pelaksana",
}
COMPONENTS_HELD: Final = "{count} dari {total} komponen"
COMPONENTS_MORE: Final = "bertambah {names}"
COMPONENTS_LESS: Final = "berkurang {names}"
FLOOR_USE: Final[Mapping[FloorUse, str]] = {"service": "pelayanan", "support": "kantor belakang"}
WEEKDAY: Final[Mapping[int, str]] = {
    1: "Senin",
    2: "Selasa",
    3: "Rabu",
    4: "Kamis",
    5: "Jumat",
    6: "Sabtu",
    7: "Minggu",
}
SEAT_NAME: Final = "Gerai {counter}, {floor} – {agency}"
SEAT_GIVEN: Final = "Gerai {counter} di {floor} diberikan kepada {agency}: {days}."
SERVICE_NAME: Final = "{name} – {agency}"
SEAT_PROBLEM: Final[Mapping[SeatProblem, str]] = {
    "shared_day": (
        "gerai {counter} di {floor} dipakai lebih dari satu instansi pada hari {day}: {agencies}; "
        "pindahkan salah satunya atau bagi harinya."
    ),
    "not_joint": (
        "gerai {counter} di {floor} dipakai bergantian oleh {agencies}, tetapi tidak semuanya bersedia "
        "berbagi gerai; tandai kesediaannya atau beri gerai sendiri."
    ),
    "no_such_counter": (
        "{agencies} ditempatkan di gerai {counter} di {floor}, tetapi lantai itu tidak mempunyai gerai "
        "dengan nomor itu; pilih gerai lain atau tambah gerainya."
    ),
    "absent_agency": (
        "gerai {counter} di {floor} disediakan untuk {agencies} pada hari {day}, padahal instansi itu tidak "
        "hadir; ubah hari gerainya atau hari hadirnya."
    ),
    "never_comes": (
        "{agencies} hanya hadir pada hari ketika mal tutup, jadi tidak pernah hadir; ubah hari hadirnya."
    ),
    "too_few_counters": (
        "pada hari {day} gerai yang diminta {count} lebih banyak daripada gerai pelayanan yang ada; "
        "tambah gerai, kurangi permintaan, atau bagi hari hadirnya."
    ),
    "unseated": (
        "{agencies} masih kurang {count} gerai pada hari hadirnya; beri gerai atau kurangi permintaannya."
    ),
}
"""What cannot be about the counters; ``agencies`` are named, ``day`` is a word of ``WEEKDAY``."""
