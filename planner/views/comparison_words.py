"""What a form says to the second of two people who changed the same thing."""

from __future__ import annotations

from typing import Final

STALE: Final = (
    "Belum disimpan: {who} sudah mengubahnya lebih dulu pada {when}. Isian Anda belum hilang: bandingkan di "
    "bawah, lalu pilih."
)
STALE_OF: Final = (
    "Belum disimpan: {who} sudah mengubah {what} lebih dulu pada {when}. Pilihan Anda belum hilang: "
    "bandingkan di bawah, lalu pilih."
)
FIELD: Final = "Isian"
STORED: Final = "Tersimpan sekarang"
MINE: Final = "Isian Anda"
UNTOUCHED: Final = "tidak Anda ubah"
SAME: Final = "Perubahan itu tidak menyentuh isian Anda."
ALT: Final = "Isian yang berbeda: yang tersimpan sekarang di samping isian Anda"
