"""What the page Jadwal and its chart say besides their sentences: views of the page, marks, baselines."""

from __future__ import annotations

from typing import Final

TARGET: Final = "Batas dari target"
BASELINE: Final = "Rencana awal"
QUALITY: Final = "Mutu rencana"

MONEYLESS: Final = "{count} kegiatan {reason}"

BAR_BASELINE: Final = "Rencana awal"
BAR_MONEY: Final = "Menunggu APBD"
MARK_LIMIT: Final = "Batas tanggal"
LIMIT_SET: Final = "Ditetapkan: {limits}"

NO_TARGET: Final = (
    "Tetapkan target peluncuran di halaman Pengaturan; sesudah itu batas tiap instansi tampak di sini."
)
PER_AGENCY: Final = "Batas tiap instansi"
AGENCIES_ALT: Final = "Tabel instansi menurut batas dari target, yang paling terlambat di atas"
NO_AGENCIES: Final = "Tidak ada kegiatan per instansi yang masih ditunggu peluncuran."
CONFLICTS: Final = "Yang harus diubah"
SEARCHING: Final = "Mencari hal paling sedikit yang harus diubah"
TOO_LATE: Final = "▼ {told}"
IN_TIME: Final = "✓ {told}"

CURRENT: Final = "dipakai sekarang"
FROZEN: Final = "**{name}**{current}  \nDibekukan {day}, buka {launch}"
COMPARE: Final = "Bandingkan dengan “{name}”"
KEPT: Final = "Rencana awal yang tersimpan"
FREEZE: Final = "Bekukan rencana hari ini"
FREEZE_INTRO: Final = (
    "Menyimpan tanggal semua kegiatan seperti hari ini dengan sebuah nama. Sesudah itu pergeseran dihitung "
    "terhadapnya; rencana awal yang lama tetap tersimpan."
)
FREEZE_PAST: Final = "Rencana hanya dapat dibekukan pada hari ini, bukan pada keadaan lampau."
NAME: Final = "Nama rencana awal"
NAME_HINT: Final = "Misalnya: Rencana Januari 2027"
IS_FROZEN: Final = "Tersimpan: “{name}” menjadi rencana awal."
IS_COMPARED: Final = "Tersimpan: sekarang dibandingkan dengan “{name}”."
SHIFTED: Final = "Yang paling bergeser"
SHIFTED_ALT: Final = "Tabel kegiatan yang paling bergeser dari rencana awal"
MORE_SHIFTED: Final = "{shown} dari {count} baris; semua kegiatan ada di bagian Tabel, kolom Geser."

HOW_MANY: Final = "{count} kegiatan."
MORE_ITEMS: Final = "{count} butir lain"

FLOAT: Final = "Longgar"
SHIFT_HELP: Final = "Hari kerja selesai bergeser dari rencana awal; + lebih lambat."
TARGET_HELP: Final = "Paling lambat selesai agar buka pada target."
AND_MORE: Final = "{names}, dan {count} instansi lain"
