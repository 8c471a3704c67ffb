"""Words that people write in a table of services, and what each of them stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeVar

from planner.domain.plan import AgencyCategory
from planner.domain.services import COMPONENTS, Channel, Output, StandardComponent

Meant = TypeVar("Meant")
Column = Literal[
    "agency", "category", "name", "output", "channel", "duration", "cost", "standard", "queue", "data"
]
REQUIRED: Final[tuple[Column, ...]] = ("agency", "name")
TITLE: Final[Mapping[Column, str]] = {
    "agency": "Instansi",
    "category": "Kelompok",
    "name": "Layanan",
    "output": "Luaran",
    "channel": "Saluran",
    "duration": "Lama",
    "cost": "Biaya",
    "standard": "Standar",
    "queue": "Antrean",
    "data": "Data",
}
"""Columns as they are called in the template, in its order."""

OTHER_TITLES: Final[Mapping[Column, tuple[str, ...]]] = {
    "agency": (
        "nama instansi",
        "instansi penyelenggara",
        "penyelenggara",
        "opd",
        "nama opd",
        "opd/instansi",
        "instansi/opd",
        "nama opd/instansi",
        "nama instansi/opd",
        "perangkat daerah",
        "nama perangkat daerah",
        "perangkat daerah/instansi",
        "instansi/perangkat daerah",
        "unit kerja",
        "lembaga",
        "tenan",
        "tenant",
    ),
    "category": ("kategori", "kelompok instansi", "kategori instansi", "jenis instansi"),
    "name": (
        "nama layanan",
        "jenis layanan",
        "pelayanan",
        "nama pelayanan",
        "jenis pelayanan",
        "layanan publik",
    ),
    "output": ("keluaran", "hasil", "hasil layanan", "luaran layanan", "output", "bentuk layanan"),
    "channel": ("kanal", "saluran layanan", "cara", "cara layanan", "cara pelayanan"),
    "duration": (
        "lama layanan",
        "jangka waktu",
        "waktu",
        "waktu layanan",
        "waktu penyelesaian",
        "lama penyelesaian",
        "durasi",
    ),
    "cost": ("tarif", "biaya/tarif", "biaya layanan", "retribusi"),
    "standard": ("standar pelayanan", "komponen standar", "komponen", "komponen standar pelayanan"),
    "queue": (
        "antrian",
        "sistem antrean",
        "sistem antrian",
        "terhubung antrean",
        "terhubung antrian",
        "terhubung dengan antrean mpp",
        "integrasi antrean",
        "integrasi antrian",
    ),
    "data": (
        "sistem data",
        "terhubung data",
        "terhubung dengan data mpp",
        "integrasi data",
        "integrasi sistem",
    ),
}
CATEGORY_NAMED: Final[Mapping[AgencyCategory, str]] = {
    "opd_regency": "OPD kabupaten/kota",
    "opd_province": "OPD provinsi",
    "vertical": "instansi vertikal",
    "state_owned": "BUMN",
    "regional_owned": "BUMD",
    "private": "swasta/perbankan",
}
CATEGORY: Final[Mapping[str, AgencyCategory]] = {
    "opd kabupaten/kota": "opd_regency",
    "opd kabupaten": "opd_regency",
    "opd kota": "opd_regency",
    "opd": "opd_regency",
    "perangkat daerah": "opd_regency",
    "opd provinsi": "opd_province",
    "provinsi": "opd_province",
    "instansi vertikal": "vertical",
    "vertikal": "vertical",
    "bumn": "state_owned",
    "bumn/badan hukum publik": "state_owned",
    "badan hukum publik": "state_owned",
    "bumd": "regional_owned",
    "swasta/perbankan": "private",
    "swasta": "private",
    "perbankan": "private",
    "bank": "private",
}
UNKNOWN: Final = ("belum diketahui", "tidak diketahui", "tidak tahu")
OUTPUT: Final[Mapping[str, Output | None]] = {
    "produk selesai": "product",
    "produk": "product",
    "selesai": "product",
    "konsultasi": "consultation",
    "hanya konsultasi": "consultation",
    "informasi": "information",
    "hanya informasi": "information",
    **dict.fromkeys(UNKNOWN),
}
CHANNEL: Final[Mapping[str, Channel | None]] = {
    "langsung": "direct",
    "tatap muka": "direct",
    "loket": "direct",
    "gerai": "direct",
    "elektronik": "electronic",
    "daring": "electronic",
    "online": "electronic",
    "aplikasi": "electronic",
    "mandiri": "self_service",
    "anjungan": "self_service",
    "anjungan mandiri": "self_service",
    "bergerak": "mobile",
    "keliling": "mobile",
    "mobil keliling": "mobile",
    **dict.fromkeys(UNKNOWN),
}
JOINED: Final[Mapping[str, bool | None]] = {
    "ya": True,
    "y": True,
    "sudah": True,
    "terhubung": True,
    "1": True,
    "v": True,
    **dict.fromkeys(("✓", "✔", "✔️", "√", "☑"), True),
    "tidak": False,
    "belum": False,
    "tidak terhubung": False,
    "belum terhubung": False,
    "0": False,
    **dict.fromkeys(UNKNOWN),
}
COMPONENT: Final[Mapping[str, StandardComponent]] = {
    "persyaratan": "requirements",
    "syarat": "requirements",
    "sistem, mekanisme dan prosedur": "procedure",
    "sistem mekanisme prosedur": "procedure",
    "prosedur": "procedure",
    "jangka waktu": "duration",
    "waktu": "duration",
    "biaya/tarif": "cost",
    "biaya": "cost",
    "tarif": "cost",
    "produk pelayanan": "product",
    "produk layanan": "product",
    "produk": "product",
    "penanganan pengaduan, saran dan masukan": "complaints",
    "penanganan pengaduan": "complaints",
    "pengaduan": "complaints",
    "dasar hukum": "legal_basis",
    "sarana, prasarana dan fasilitas": "facilities",
    "sarana prasarana": "facilities",
    "sarana dan prasarana": "facilities",
    "fasilitas": "facilities",
    "kompetensi pelaksana": "competence",
    "kompetensi": "competence",
    "pengawasan internal": "supervision",
    "pengawasan": "supervision",
    "jumlah pelaksana": "staff",
    "jaminan pelayanan": "guarantee",
    "jaminan layanan": "guarantee",
    "jaminan keamanan dan keselamatan": "safety",
    "keamanan dan keselamatan": "safety",
    "evaluasi kinerja pelaksana": "evaluation",
    "evaluasi kinerja": "evaluation",
    "evaluasi": "evaluation",
}
ALL_COMPONENTS: Final = ("lengkap", "semua", "14", "14/14", "14 dari 14")
NO_COMPONENT: Final = ("tidak ada", "belum ada", "belum", "tidak", "0", "0/14", "0 dari 14")
WHOLE_STANDARD: Final[Mapping[str, tuple[StandardComponent, ...]]] = {
    **dict.fromkeys(ALL_COMPONENTS, COMPONENTS),
    **dict.fromkeys(NO_COMPONENT, ()),
}


def folded(text: str) -> str:
    """A text by which words are compared: small letters and digits, a blank for everything between."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold().replace("&", " dan ")).split())


def word_key(text: str) -> str:
    """A word or a sign by which it is compared."""
    return folded(text) or text


def by_folded(words: Mapping[str, Meant]) -> dict[str, Meant]:
    """Words as they are compared, with what they stand for."""
    return {word_key(word): meant for word, meant in words.items()}


def heading(text: str) -> Column | None:
    """The column that a heading names; None: none that is known."""
    return _HEADINGS.get(folded(text).replace(" ", ""))


_HEADINGS: Final[Mapping[str, Column]] = {
    folded(word).replace(" ", ""): column
    for column, title in TITLE.items()
    for word in (title, *OTHER_TITLES.get(column, ()))
}

COMPONENT_WORDS: Final[tuple[tuple[str, StandardComponent], ...]] = tuple(
    sorted(((folded(word), c) for word, c in COMPONENT.items()), key=lambda pair: -len(pair[0]))
)
"""Words for components, the longest first, so that none is taken for a part of another."""
