"""What the section Gerai of the page Instansi says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.seating import SeatProblem

NO_FLOORS: Final = (
    "Belum ada lantai. Tambahkan lantai pertama di bawah: namanya, jumlah gerainya, dan berapa gerai dalam "
    "satu baris. Setelah itu tempatkan instansi."
)
NO_FLOORS_THEN: Final = "Pada hari ini belum ada lantai yang dicatat."
EXAMPLE: Final = (
    "Contoh: MPP Kota Pekanbaru memakai dua lantai, lantai pertama untuk layanan dan lantai kedua untuk back "
    "office (Humas Kementerian PANRB, Januari 2019)."
)
SENTENCE: Final = "{taken} dari {total} gerai pelayanan sudah ditempati, {free} masih kosong; {problems}."
NO_COUNTERS: Final = "Belum ada gerai pelayanan pada {floors} lantai yang dicatat; {problems}."
NO_PROBLEMS: Final = "tidak ada yang berbenturan"
PROBLEMS: Final = "{count} hal belum cocok"

CONFLICTS: Final = "Yang belum cocok"
MORE_CONFLICTS: Final = "{count} hal lain yang belum cocok"
UNSEATED: Final = "{count} instansi gelombang 1 belum mendapat semua gerai yang dimintanya: {agencies}."
LACKS: Final = "{agency} (kurang {count})"
GONE_FLOOR: Final = "lantai yang tidak ada lagi"

MARK: Final[Mapping[SeatProblem, str]] = {
    "shared_day": "benturan hari",
    "not_joint": "tidak bersedia berbagi",
    "no_such_counter": "nomor tidak ada",
    "absent_agency": "instansi tidak hadir",
}
EVERY_DAY: Final = "setiap hari kerja"
RANGE: Final = "{first}–{last}"
FROM_TO: Final = "{first} sampai {last}"
FREE: Final = "kosong"
FLOOR_TOLD: Final = "{use}, {count} gerai"
CELL: Final = "Gerai {counter}, {floor}: {told}"
SEAT_TOLD: Final = "{agency} ({days})"
OUTSIDE: Final = "Di luar denah"

PLAN: Final = "Denah gerai"
PLAN_ALT: Final = "Denah {floor}: {count} gerai, {columns} dalam satu baris"
PRINT: Final = "Cetak denah"
PRINT_HELP: Final = "Pilih kertas A4 atau A3 mendatar di jendela cetak."
LEGEND: Final = (
    "✕ dan garis putus-putus: ada yang belum cocok. Garis miring: lantai pendukung. Hari ditulis bila gerai "
    "tidak dipakai setiap hari kerja."
)
CLICK: Final = "Klik sebuah gerai untuk memilihnya di isian penempatan."

SEATS: Final = "Penempatan instansi"
FLOOR: Final = "Lantai"
COUNTER: Final = "Nomor gerai"
COUNTER_HELP: Final = "Lantai ini mempunyai gerai 1 sampai {count}."
AGENCY: Final = "Instansi"
AGENCY_HINT: Final = "Ketik nama instansi"
DAYS: Final = "Hari"
DAYS_HELP: Final = (
    "Kosongkan bila gerai disediakan setiap hari instansi itu hadir. Pilih harinya bila gerai dipakai "
    "bergantian (gerai bersama)."
)
PLACE: Final = "Tempatkan"
PLACED: Final = "Tersimpan: {agency} di gerai {counter}, {floor} ({days})."
NEED_FLOOR: Final = "Tambahkan dulu lantai yang mempunyai gerai."
NEED_AGENCY: Final = "Pilih dulu instansinya."
AT_COUNTER: Final = "Di gerai ini"
NOBODY: Final = "Gerai ini masih kosong."
GIVE_UP: Final = "Lepaskan"
GIVE_UP_HELP: Final = "Lepaskan {agency} dari gerai {counter}"
GIVEN_UP: Final = "{agency} dilepas dari gerai {counter}, {floor}. Riwayatnya tetap tersimpan."
LISTED: Final = "Daftar penempatan"
LIST_ALT: Final = "Penempatan instansi di {floor}"
COLUMNS: Final = ("Gerai", "Instansi", "Hari", "Catatan")
NO_SEATS: Final = "Belum ada instansi yang ditempatkan di sini."

FLOORS: Final = "Lantai"
WHICH: Final = "Lantai yang diisi"
NEW: Final = "Lantai baru"
NAME: Final = "Nama lantai"
NAME_HINT: Final = "Lantai dasar"
LEVEL: Final = "Urutan dari bawah"
LEVEL_HELP: Final = "0: lantai dasar, 1: di atasnya, -1: di bawah tanah."
USE_FIELD: Final = "Digunakan untuk"
COUNT: Final = "Jumlah gerai"
COUNT_HELP: Final = "Gerai diberi nomor 1 sampai jumlah ini. Lantai pendukung boleh tanpa gerai."
IN_A_ROW: Final = "Gerai dalam satu baris"
IN_A_ROW_HELP: Final = "Menentukan gambar denah saja."
ADD_FLOOR: Final = "Tambahkan lantai"
ADDED: Final = "Tersimpan: {name} ditambahkan."
GONE: Final = "{count} gerai yang sudah ditempati kini tidak ada lagi; lihat “{title}” di atas."
