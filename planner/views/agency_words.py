"""What the page Instansi says of where agencies stand: its sentence, the matrix and the panel of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.readiness import Standing
from planner.views import labels

MATRIX: Final = "Matriks"
REGISTRY: Final = "Daftar instansi"
SERVICES: Final = "Layanan"
WAVES: Final = "Gelombang"
COUNTERS: Final = "Gerai"
SECTION: Final = "Bagian"

NO_AGENCIES: Final = "Belum ada instansi yang ikut serta, jadi belum ada yang dapat diundang atau dipetakan."
NO_FIRST_WAVE: Final = "Belum ada instansi pada gelombang 1; {count} menyusul setelah buka."
COUNT: Final = "{total} instansi gelombang 1"
WHERE: Final = "{total} instansi gelombang 1: {places}"
AT_STEP: Final = "{count} sampai {step}"
AT_LAST: Final = "{count} sudah {step}"
AT_NONE: Final = "{count} belum {step}"
ALL_AT_LAST: Final = "Semua {total} instansi gelombang 1 sudah {step}"
BEHIND: Final = "yang paling tertinggal {name}{waits}, {float}"
WAITS_FOR: Final = ", menunggu “{step}”"
OF_TARGET: Final = "{float} dari target"
TO_TARGET: Final = "{float} terhadap target"
TO_LAUNCH: Final = "{float} terhadap peluncuran"
MOST: Final = "langkah yang paling banyak ditunggu “{step}”, {count} dari {total} instansi"

CATEGORY: Final = "Kelompok"
WAVE: Final = "Gelombang"
ONLY: Final = "Tampilkan"
LATE: Final = "Terlambat"
HOLDS: Final = "Menahan peluncuran"
IN_WAVE: Final = "Gelombang {wave}"
LATER_WAVE: Final = "Gelombang {wave}, tidak ditunggu peluncuran"
NO_ROWS: Final = "Tidak ada instansi yang cocok dengan saringan ini. Longgarkan saringan di atas."
START_HERE: Final = (
    "Daftarkan dulu instansi yang akan hadir. Sesudah itu butir per instansi, langkah, dan batas tanggalnya "
    "tampak di sini."
)
REGISTER: Final = "Daftarkan instansi"

NOT_YET: Final = "belum {step}"
CAPTION: Final = "Instansi menurut persyaratan, yang paling sempit waktunya di atas"
AGENCY: Final = "Instansi"
STEP: Final = "Sampai langkah"
LATEST: Final = "Harus siap"
ROOM: Final = "Longgar (hari kerja)"
LEGEND: Final = "Arti tanda"
LAST: Final = "paling tertinggal"
MOST_AWAITED: Final = "paling banyak ditunggu"
DUE: Final = "paling lambat {day}"
CELL_HELP: Final = (
    "Pilih tanda untuk membuka butirnya, atau nama instansi untuk rinciannya. Tombol panah berpindah tanda."
)
SIGNS: Final[Mapping[Standing, str]] = labels.STANDING
LATE_CELL: Final = "terlambat"
HOLDS_CELL: Final = "menahan peluncuran"

BACK: Final = "Kembali ke matriks"
UNKNOWN: Final = "Instansi “{agency}” tidak ada dalam rencana ini atau sudah keluar."
MUST_BE_READY: Final = "Harus siap {day}; {float}."
NOTHING_LEFT: Final = "Tidak ada lagi pekerjaannya yang ditunggu peluncuran."
NOT_AWAITED: Final = "Instansi gelombang {wave}: peluncuran tidak menunggunya."
NEXT: Final = "Langkah berikutnya: {step}"
MOVE: Final = "giliran {role}: {step}"
MOVE_OF: Final = "giliran {role}"
LATER_ON: Final = "belum dapat dikerjakan sekarang"
ALL_REACHED: Final = "Semua langkah sudah dicapai."
STEPS: Final = "Langkah menuju mal"
REACHED: Final = "✓ {step}{day}"
NOT_REACHED: Final = "○ {step}"
SINCE: Final = " · {day}"
OPEN_ITEMS: Final = "Butir yang ditunggu"
ABOUT: Final = "Tentang instansi ini"
CONTACT: Final = "Kontak"
NO_CONTACT: Final = "belum diisi"
DAYS: Final = "Hari hadir"
EVERY_DAY: Final = "setiap hari kerja"
COUNTERS_WANTED: Final = "Gerai diminta"
JOINT: Final = "{count}, bersedia berbagi gerai pada hari lain"
OFFERED: Final = "Layanan"
NO_SERVICES: Final = "belum ada yang didaftarkan"
SERVICE_COUNT: Final = "{count} layanan"
FACT: Final = "**{label}:** {value}"
DOCUMENTS: Final = "Dokumen kerja sama untuk {category}"
FRAME: Final = "Kerangka: {frame}"
MOU: Final = "Nota kesepahaman nasional"
MOU_BACKS: Final = "{title} ({day}) dapat menjadi sandaran permintaan: ditandatangani juga oleh {party}."
MOU_DOES_NOT: Final = "{title} ({day}) tidak ditandatangani lembaga di atas instansi ini."
MOU_UNKNOWN: Final = (
    "{title} ({day}): belum diketahui apakah menaungi instansi ini, karena belum dihubungkan dengan katalog."
)
NO_CATALOGUE: Final = "Katalog instansi belum dapat dibaca: {problem}"
