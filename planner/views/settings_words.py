"""What the parts of the page Pengaturan say that tell of days off and of budgets."""

from __future__ import annotations

from typing import Final

from planner.views import words

DAYS_TAB: Final = "Hari libur"
DAYS_OFF: Final = "Hari libur daerah"
DAYS_OFF_INTRO: Final = (
    "Hari libur yang hanya berlaku di daerah ini, misalnya hari jadi kabupaten. "
    f"{words.HOLIDAYS} Yang ditetapkan kemudian dapat ditambahkan di sini."
)
DAY_OFF: Final = "Tanggal libur"
ADD_DAY: Final = "Tambahkan hari libur"
NO_DAYS_OFF: Final = "Belum ada hari libur daerah."
REMOVE_DAY: Final = "Hapus {day}"
CHOOSE_DAY: Final = "Pilih dulu tanggal liburnya."
ALREADY_OFF: Final = "{day} (sudah libur: {name})"
DAY_OFF_TWICE: Final = "{day} sudah ada dalam daftar."

BUDGETS_TAB: Final = "Anggaran"
BUDGETS: Final = "Jendela anggaran"
BUDGETS_INTRO: Final = (
    "Kegiatan yang dibiayai APBD hanya dijadwalkan di dalam jendela ini. Selama belum ditetapkan, "
    "tanggalnya asumsi: APBD murni dapat dipakai sejak 1 Februari, APBD Perubahan sejak 1 Oktober, "
    "keduanya paling lambat 15 Desember."
)
BUDGETS_ALT: Final = "Tabel jendela anggaran menurut tahun"
CHOOSE_BUDGET: Final = "Anggaran yang diubah"
AVAILABLE: Final = "Dapat dipakai sejak"
SPEND_BY: Final = "Dibelanjakan paling lambat"
HAS_MONEY: Final = "Ada dana untuk MPP"
HAS_MONEY_HELP: Final = "Tanpa dana, kegiatan yang dibiayai APBD menunggu anggaran berikutnya."
IS_ASSUMED: Final = "Kedua tanggal ini masih asumsi. Simpan untuk menetapkannya."
BACK_TO_ASSUMED: Final = "Kembali ke asumsi"
BACK_IS_SAVED: Final = "{budget} kembali ke asumsi."
NEED_DAYS: Final = "Isi kedua tanggal anggaran. Isian lain masih ada."
OUT_OF_ORDER: Final = (
    "Tanggal terakhir belanja mendahului tanggal mulai dapat dipakai; periksa kedua tanggal."
)
OTHER_YEAR: Final = "{budget} mulai dapat dipakai di dalam tahun {year}; periksa tanggalnya."
TOO_LATE: Final = "{budget} terakhir dibelanjakan paling lambat di dalam tahun {year}; periksa tanggalnya."
