"""Words for what the record tells: its subjects, their fields, and values with several parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.state import SubjectKind

SUBJECT: Final[Mapping[SubjectKind, str]] = {
    "plan": "Rencana",
    "agency": "Instansi",
    "activity": "Kegiatan",
    "evidence": "Bukti",
    "planning": "Ketentuan kegiatan",
    "baseline": "Rencana awal",
    "service": "Layanan",
    "floor": "Lantai",
    "seat": "Penempatan gerai",
    "member": "Anggota",
    "assignment": "Penugasan",
    "comment": "Komentar",
}
FIELD: Final[Mapping[SubjectKind, Mapping[str, str]]] = {
    "plan": {
        "name": "Nama rencana",
        "regency": "Kabupaten/kota",
        "checklist": "Daftar periksa",
        "start": "Tanggal mulai",
        "target": "Target peluncuran",
        "week": "Hari kerja sepekan",
        "zone": "Zona waktu",
        "days_off": "Hari libur daerah",
        "windows": "Jendela anggaran",
        "baseline": "Rencana awal terkini",
        "provenance": "Asal data",
        "note": "Catatan",
    },
    "agency": {
        "name": "Nama instansi",
        "category": "Kelompok",
        "wave": "Gelombang",
        "contact": "Kontak",
        "weekdays": "Hari hadir",
        "counters": "Gerai yang diminta",
        "joint": "Bersedia berbagi gerai",
        "typical": "Padanan di katalog",
        "active": "Ikut serta",
        "reason": "Alasan keluar",
        "provenance": "Asal data",
    },
    "activity": {
        "status": "Status",
        "started_on": "Mulai",
        "finished_on": "Selesai",
        "remaining": "Sisa lama kerja",
        "note": "Catatan",
        "reason": "Alasan tidak berlaku",
        "submitted_by": "Dilaporkan selesai oleh",
        "review": "Pemeriksaan",
        "provenance": "Asal data",
        "source": "Sumber",
    },
    "evidence": {
        "activity": "Kegiatan",
        "requirement": "Bukti yang diminta",
        "file_name": "Nama berkas",
        "sha256": "Sidik berkas",
        "size": "Ukuran",
        "media_type": "Jenis berkas",
        "attached_on": "Dilampirkan",
        "by": "Dilampirkan oleh",
        "removed": "Ditarik",
        "replaces": "Menggantikan",
    },
    "planning": {
        "duration": "Lama kerja",
        "week": "Hari kerja sepekan",
        "constraint": "Batas tanggal",
    },
    "baseline": {
        "name": "Nama rencana awal",
        "frozen_on": "Dibekukan",
        "launch": "Peluncuran",
        "activities": "Isi",
    },
    "service": {
        "agency": "Instansi",
        "name": "Nama layanan",
        "output": "Luaran",
        "channel": "Saluran",
        "duration": "Lama",
        "cost": "Biaya",
        "standard": "Standar pelayanan",
        "queue": "Terhubung antrean",
        "data": "Terhubung data",
        "active": "Dilayani",
    },
    "floor": {
        "name": "Nama lantai",
        "level": "Tingkat",
        "use": "Kegunaan",
        "counters": "Jumlah gerai",
        "columns": "Gerai per baris",
    },
    "seat": {
        "floor": "Lantai",
        "counter": "Gerai",
        "agency": "Instansi",
        "weekdays": "Hari",
        "active": "Ditempati",
    },
    "member": {
        "name": "Nama",
        "role": "Peran",
        "agency": "Instansi yang diwakili",
        "active": "Ikut serta",
    },
    "assignment": {"person": "Ditugaskan kepada", "due": "Batas waktu"},
    "comment": {
        "activity": "Kegiatan",
        "text": "Isi",
        "by": "Penulis",
        "written_on": "Ditulis",
        "removed": "Ditarik",
    },
}
OTHER_FIELD: Final = "Isian lain"
EMPTY: Final = "kosong"
UNSET: Final[Mapping[SubjectKind, Mapping[str, str]]] = {
    "plan": {"windows": "semua menurut asumsi", "baseline": "tidak ada"},
    "agency": {"weekdays": "setiap hari kerja", "typical": "tidak ada"},
    "service": {
        "standard": "belum ada",
        **dict.fromkeys(("output", "channel", "queue", "data"), "belum diketahui"),
    },
    "seat": {"weekdays": "semua hari hadirnya"},
    "planning": {
        "duration": "menurut daftar periksa",
        "week": "menurut rencana",
        "constraint": "tanpa batas tanggal",
    },
    "member": {"agency": "tidak ada"},
    "assignment": {"person": "belum ada", "due": "tanpa batas waktu"},
}
"""What a field says that is set back to nothing, where that means something else than empty."""

BORN: Final[Mapping[SubjectKind, str]] = {
    "plan": "Rencana dibuat",
    "agency": "Instansi ditambahkan",
    "service": "Layanan ditambahkan",
    "floor": "Lantai ditambahkan",
    "member": "Anggota ditambahkan",
}
COMMENT_SAID: Final = "Komentar: {text}."
COMMENT_WITHDRAWN: Final = "Komentar ditarik."
NOTHING_CHANGED: Final = "Tidak ada isian yang berubah."
FROZEN: Final = "Rencana awal “{name}” dibekukan {day}: buka {launch}, {count} kegiatan."
DAYS: Final = "{count} hari"
THREE_POINTS: Final = "{likely} (paling cepat {optimistic}, paling lama {pessimistic})"
ACTIVITY_COUNT: Final = "{count} kegiatan"
BUDGET_DAYS: Final = "{budget} {year} ({days})"
NOT_GRANTED: Final = "tanpa dana untuk mal"
