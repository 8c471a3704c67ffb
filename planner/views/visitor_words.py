"""What the screen says to somebody about their own sign-in: who they are, and why they see no plan."""

from __future__ import annotations

from typing import Final

SIGNED_IN: Final = "Masuk sebagai"
NO_ROLE: Final = "belum punya peran di rencana ini"
OF_AGENCY: Final = "{role} · {agency}"
LEAVE: Final = "Keluar"

OVER: Final = "Sesi Anda berakhir"
OVER_LEAD: Final = "Yang sudah disimpan tetap tersimpan. Masuk lagi untuk melanjutkan."
ENTER: Final = "Masuk"
ENTER_AGAIN: Final = "Masuk lagi"
OUTSIDE_LEAD: Final = "Masuk dengan akun organisasi Anda."
UNKNOWN: Final = "Anda belum punya akses"
UNKNOWN_LEAD: Final = (
    "Anda sudah dikenali sebagai {name}, tetapi belum ada akun atau peran untuk Anda di sini. Minta "
    "pengelola sistem kantor Anda membuatkannya, lalu masuk lagi."
)
INACTIVE: Final = "Akun Anda tidak aktif"
INACTIVE_LEAD: Final = (
    "Akses akun ini sudah dihentikan. Bila itu keliru, hubungi pengelola sistem kantor Anda."
)
MUST_CHANGE: Final = "Ganti kata sandi"
MUST_CHANGE_LEAD: Final = "Kata sandi Anda dibuat oleh orang lain. Ganti dahulu, lalu mulai bekerja."

NO_PLAN: Final = (
    "Anda belum ikut dalam rencana mana pun. Minta pengelola rencana memasukkan Anda sebagai anggota dengan "
    "nama masuk “{login}”."
)
NOT_YOURS: Final = (
    "Rencana “{plan}” tidak ada, atau Anda tidak ikut di dalamnya. Pilih rencana lain di kiri, atau minta "
    "pengelola rencana itu memasukkan Anda sebagai anggota."
)
NOT_YOUR_PAGE: Final = "Halaman ini memuat seluruh rencana, sedangkan Anda ikut sebagai satu instansi."
