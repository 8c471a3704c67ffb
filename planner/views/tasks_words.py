"""What the page of what waits for somebody says, and the assignment of an item."""

from __future__ import annotations

from typing import Final

WAITING: Final = "{count} hal menunggu Anda."
WAITING_LATE: Final = "{count} hal menunggu Anda, {late} di antaranya lewat batas waktu."
NOTHING_WAITS: Final = "Tidak ada yang menunggu Anda sekarang."
NOTHING_AT_ALL: Final = (
    "Belum ada langkah yang menjadi giliran Anda. Begitu giliran Anda tiba, atau ada yang menugaskan atau "
    "menyebut Anda, hal itu muncul di sini."
)
ASSIGNED_TO_ME: Final = "Ditugaskan kepada saya"
RETURNED_TO_ME: Final = "Dikembalikan kepada saya"
MENTIONS_ME: Final = "Menyebut saya"
TO_REVIEW: Final = "Menunggu pemeriksaan"
NEXT: Final = "Langkah berikutnya"
NEXT_HELP: Final = "Yang sudah dapat dikerjakan sekarang, yang paling mendesak di atas."
MENTIONS_HELP: Final = "Hilang dari sini setelah Anda menulis komentar pada butir itu."
MORE: Final = "dan {count} langkah lain di Daftar periksa"
LACKS: Final = "Kurang: {lacks}"
LAPSED: Final = "Sudah diterima, lalu isinya berubah; periksa isinya, lalu ajukan lagi"
RETURNED: Final = "Dikembalikan oleh {who}: {reason}"
SAID: Final = "{who} · {when}"
REVIEW: Final = "Satu kegiatan menunggu diperiksa: {title}, sejak {day} ({ago})."
REVIEWS: Final = "{count} kegiatan menunggu diperiksa. Yang paling lama: {title}, sejak {day} ({ago})."
TO_QUEUE: Final = "Buka Verifikasi"

ASSIGNMENT: Final = "Penugasan"
PERSON: Final = "Ditugaskan kepada"
NOBODY: Final = "Belum ada"
DUE: Final = "Batas waktu"
DUE_HELP: Final = "Hari yang disepakati dengan orangnya. Tanggal dalam jadwal tidak ikut berubah."
SAVE: Final = "Simpan penugasan"
NOT_ASSIGNED: Final = "Belum ditugaskan kepada siapa pun."
SHUT_OUT: Final = "{who} (akun tidak aktif)"
ASSIGNED: Final = "ditugaskan kepada {who}"
BY: Final = "batas waktu {day}"
BY_IN: Final = "batas waktu {day} ({relative})"
LATE: Final = "lewat batas waktu {count} hari ({day})"
