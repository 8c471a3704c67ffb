"""What the page Bagaimana jika says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Kind = Literal[
    "duration", "constraint", "week", "agency", "joining", "window", "target", "plan_week", "day_off"
]
Part = Literal["first", "later", "none"]

KINDS: Final[Mapping[Kind, str]] = {
    "duration": "Lama kegiatan",
    "constraint": "Batas tanggal kegiatan",
    "week": "Hari kerja kegiatan",
    "agency": "Keikutsertaan instansi",
    "joining": "Instansi baru",
    "window": "Jendela anggaran",
    "target": "Target peluncuran",
    "plan_week": "Hari kerja sepekan",
    "day_off": "Hari libur daerah",
}
NO_CONSTRAINT: Final = "Tanpa batas tanggal"
PLAN_WEEK: Final = "Mengikuti rencana"
PARTS: Final[Mapping[Part, str]] = {
    "first": "Ikut sejak pembukaan (gelombang 1)",
    "later": "Menyusul (gelombang 2)",
    "none": "Tidak ikut",
}
DAY_OFF_OR_NOT: Final[Mapping[bool, str]] = {True: "Jadikan hari libur", False: "Batalkan hari libur"}

PURPOSE: Final = (
    "Coba perubahan pada salinan rencana dan lihat akibatnya; "
    "tidak ada yang disimpan sebelum Anda memakainya. "
)
BAND: Final = "Percobaan ini belum disimpan dan hanya Anda yang melihatnya."
NOW: Final = "Sekarang"
TRIED: Final = "Dicoba"
FIGURE: Final = "Ukuran"
COMPARED: Final = "Sekarang dan dicoba"
COMPARED_ALT: Final = "Perbandingan rencana sekarang dengan percobaan"
LAUNCH: Final = "Peluncuran"
TARGET: Final = "Target"
DISTANCE: Final = "Jarak ke target"
P50: Final = "Kemungkinan 50% (P50)"
P80: Final = "Kemungkinan 80% (P80)"
CHANCE: Final = "Peluang mencapai target"
WORKING: Final = "Menghitung prakiraan untuk kedua rencana"

MOVED: Final = "Yang paling bergeser"
NOTHING_MOVED: Final = "Tidak ada tanggal selesai kegiatan yang bergeser."
MOVED_ALT: Final = "Kegiatan yang paling bergeser"
ACTIVITY: Final = "Kegiatan"
FINISH: Final = "Selesai"
FROM_TO: Final = "{now} → {tried}"
SHIFT: Final = "Geser"
SPAN: Final = "Tanggal"
PATH: Final = "Yang menahan peluncuran pada percobaan"
PATH_ALT: Final = "Kegiatan yang menahan peluncuran pada percobaan"
PATH_NONE: Final = "Tidak ada kegiatan yang menahan peluncuran pada percobaan."
ADDED: Final = "{count} kegiatan bertambah."
GONE: Final = "{count} kegiatan tidak lagi dihitung."
AGENCIES: Final = "{count} instansi"

FORM: Final = "Coba satu perubahan"
WHAT: Final = "Yang diubah"
CHOOSE_ACTIVITY: Final = "Kegiatan"
ACTIVITY_HINT: Final = "Ketik nama kegiatan atau instansi"
POINTS: Final[Mapping[str, str]] = {
    "optimistic": "Paling cepat ({unit})",
    "likely": "Paling mungkin ({unit})",
    "pessimistic": "Paling lama ({unit})",
}
CONSTRAINT: Final = "Batas"
CONSTRAINT_DAY: Final = "Tanggal batas"
PART: Final = "Keikutsertaan"
AGENCY: Final = "Instansi"
AGENCY_HINT: Final = "Ketik nama instansi"
DAY_OFF_CHOICE: Final = "Hari itu"
TRY: Final = "Coba"
NEED_ACTIVITY: Final = "Pilih dulu kegiatannya."
NEED_AGENCY: Final = "Pilih dulu instansinya."
NEED_DAY: Final = "Isi dulu tanggalnya."
DURATIONS_ORDER: Final = (
    "Urutan lamanya terbalik: paling cepat tidak boleh lebih lama daripada paling mungkin, "
    "dan paling mungkin tidak boleh lebih lama daripada paling lama."
)
DURATIONS_RANGE: Final = "Isi ketiga lamanya dengan bilangan 0 sampai {longest}."
ALREADY_SO: Final = "Sudah begitu dalam rencana sekarang, jadi tidak ada yang dicoba."
NOT_TRIED: Final = "Belum dicoba: {reasons}"

LIST: Final = "Perubahan yang dicoba"
LIST_NONE: Final = "Belum ada. Pilih satu perubahan, lalu tekan Coba."
REMOVE: Final = "Batalkan"
REMOVE_HELP: Final = "Batalkan percobaan ini: {told}"
ALSO_REMOVED: Final = "Dibatalkan juga, karena bergantung padanya: {told}"
DISCARD: Final = "Buang semua"
DISCARDED: Final = "Percobaan dibuang. Rencana tidak berubah."
KEEP: Final = "Pakai dalam rencana"
KEPT: Final = "Tersimpan: {count} perubahan sekarang berlaku dalam rencana."
WHY: Final = "Alasan perubahan"
PAST: Final = "Hanya keadaan hari ini yang dapat diubah; kembali ke hari ini untuk memakai percobaan ini."
CANNOT_STAND: Final = (
    "Percobaan ini tidak lagi dapat diterapkan pada rencana: {reasons} Batalkan perubahan yang tidak cocok."
)

STANDING: Final = "Yang sudah ditetapkan rencana ini"
STANDING_INTRO: Final = (
    "Hal yang ditetapkan rencana ini untuk satu kegiatan, sebagai ganti daftar periksa. Melepasnya di sini "
    "baru percobaan."
)
STANDING_NONE: Final = "Belum ada: semua kegiatan mengikuti daftar periksa dan hari kerja rencana."
UNDO: Final = "Coba tanpa ini"
UNDO_HELP: Final = "Coba rencana tanpa ini: {told}"
