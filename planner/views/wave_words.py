"""What the section Gelombang of the page Instansi says."""

from __future__ import annotations

from typing import Final

NO_AGENCIES: Final = (
    "Belum ada instansi dalam rencana ini. Daftarkan instansi lebih dulu; setelah itu gelombangnya diatur "
    "di sini."
)
WAITS: Final = "Gerbang dan peluncuran menunggu {count} instansi gelombang 1{open}; {rest}."
STILL_OPEN: Final = ", {count} di antaranya masih menahan gerbang"
NONE_OPEN: Final = ", dan tidak satu pun lagi menahan gerbang"
ALL_FIRST: Final = "belum ada yang menyusul"
SOME_LATER: Final = "{count} menyusul tanpa ditunggu"
OPENED: Final = (
    "Sudah dibuka {day}: {first} instansi ikut sejak peresmian, {later} menyusul. Gelombang tidak lagi "
    "menggeser peluncuran."
)
FIRST: Final = "Gelombang 1 (peresmian)"
LATER: Final = "Gelombang {wave} (menyusul)"
LINE: Final = "**{wave}**, {count} instansi: {names}"
AND_MORE: Final = "{names}, dan {count} lagi"

TABLE: Final = "Instansi menurut gelombang"
AGENCY: Final = "Instansi"
WAVE: Final = "Gelombang"
STEP: Final = "Langkah"
LATEST: Final = "Harus siap"
FLOAT: Final = "Jarak ke target"
COLUMNS: Final = (AGENCY, WAVE, STEP, LATEST, FLOAT)
NARROW: Final = (AGENCY, WAVE, LATEST, FLOAT)
TABLE_ALT: Final = "Instansi menurut gelombang, langkah yang dicapai, dan tanggal harus siapnya"
NO_STEP: Final = "belum diundang"
NOT_AWAITED: Final = "tidak ditunggu"
READY: Final = "sudah siap"
NO_TARGET: Final = "target belum ditetapkan"
LATE: Final = "▼ {told}"

MOVE: Final = "Pindahkan instansi ke gelombang lain"
MOVE_INTRO: Final = (
    "Lihat dulu akibatnya pada tanggal buka; tidak ada yang tersimpan sebelum Anda menekan Simpan."
)
WHICH: Final = "Instansi yang dipindahkan"
WHICH_HINT: Final = "Pilih satu atau beberapa"
TO_WAVE: Final = "Ke gelombang"
TO_WAVE_HELP: Final = (
    "1: ikut sejak peresmian dan ditunggu gerbang. 2 dan seterusnya: menyusul, tidak ditunggu."
)
LOOK: Final = "Lihat akibatnya"
NEED_AGENCY: Final = "Pilih dulu instansi yang dipindahkan."
ALREADY_THERE: Final = "Instansi itu sudah di gelombang {wave}, jadi tidak ada yang dipindahkan."
NOT_TRIED: Final = "Belum dicoba: {reasons}"

TRIED: Final = "Bila dipindahkan"
MOVED: Final = "{name}: gelombang {now} → {then}"
CANCEL: Final = "Batal"
DISCARDED: Final = "Dibatalkan. Gelombang tidak berubah."
KEPT: Final = "Tersimpan: {count} instansi pindah gelombang."
CANNOT_STAND: Final = (
    "Pemindahan ini tidak lagi cocok dengan rencana: {reasons} Tekan Batal, lalu pilih lagi."
)

CURVE: Final = "Menunggu lebih sedikit atau lebih banyak instansi"
CURVE_INTRO: Final = (
    "Membandingkan semua jumlah instansi yang ditunggu. Perhitungannya memerlukan beberapa detik."
)
CHOICE: Final = "Pilihan sekarang menunggu {first} dari {total} instansi: P50 {p50}, P80 {p80}."
BEST_ALIKE: Final = "Menunggu {first} instansi yang paling dulu siap, siapa pun itu, memberi P80 {p80}{gain}."
BEST_GAIN: Final = ", {days} hari lebih awal daripada pilihan sekarang"
BEST_SAME: Final = ", tidak lebih awal daripada pilihan sekarang"
CHOICE_MARK: Final = "pilihan sekarang: {count}"
CURVE_ALT: Final = "Grafik tanggal buka menurut jumlah instansi yang ditunggu, pilihan sekarang ditandai"
TOO_FEW: Final = "Paling sedikit dua instansi diperlukan untuk membandingkan."
