"""What the parts of the page Pengaturan say that tell of accounts and of who takes part in a plan."""

from __future__ import annotations

from typing import Final

MEMBERS_TAB: Final = "Anggota"
ACCOUNTS_TAB: Final = "Akun"
OWN_TAB: Final = "Akun saya"

LOGIN: Final = "Nama masuk"
NAME: Final = "Nama jabatan atau kantor"
EMAIL: Final = "Surel"
ROLE: Final = "Peran"
AGENCY: Final = "Instansi yang diwakili"
WIDE: Final = "Peran di semua rencana"
NO_WIDE: Final = "tidak ada; hanya peran di rencana"
PROVINCE: Final = "Provinsi"
STANDING: Final = "Keadaan"
ACTIVE: Final = "aktif"
INACTIVE: Final = "tidak aktif"
LOCKED: Final = "terkunci"
LEFT: Final = "tidak ikut lagi"
NONE: Final = "tidak ada"

MEMBERS_INTRO: Final = (
    "Yang ikut dalam rencana ini dan perannya. Peran menentukan apa yang dapat dilihat dan diubah."
)
MEMBERS_ALT: Final = "Tabel anggota rencana: nama, nama masuk, peran, instansi, keadaan"
NO_MEMBERS: Final = "Belum ada yang ikut dalam rencana ini."
READ_ONLY: Final = "Hanya pengelola rencana yang dapat mengubah daftar ini."
CHOOSE_PERSON: Final = "Anggota yang ditambahkan atau diubah"
CHOOSE_PERSON_HINT: Final = "Pilih satu orang"
CHOOSE_PERSON_HELP: Final = "Siapa yang punya akun aktif dapat ditambahkan; yang sudah ikut dapat diubah."
NOBODY_LEFT: Final = "Belum ada akun. Pengelola sistem membuatnya di bagian Akun."
MEMBER_NAME_HELP: Final = "Nama ini tertulis dalam rekam jejak rencana."
ROLE_MEANING: Final = {
    "staff": "mengerjakan, menata instansi dan gerai, merencanakan",
    "agency": "hanya melihat dan mengerjakan instansinya sendiri",
    "verifier": "menerima atau mengembalikan, tidak mengerjakan",
    "leader": "hanya membaca",
    "admin": "seperti staf, juga pengaturan dan anggota",
}
ADD_MEMBER: Final = "Tambahkan ke rencana"
TAKE_MEMBER_OUT: Final = "Keluarkan dari rencana"
MEMBER_BACK: Final = "Ikutkan lagi"
MEMBER_LEFT: Final = "{name} tidak ikut lagi dalam rencana ini. Riwayatnya tetap."
MEMBER_SAVED: Final = "{name} kini {role} dalam rencana ini."

LOCAL: Final = (
    "Mode lokal tidak memakai akun: satu orang, satu komputer, tanpa kata sandi. Untuk banyak orang, "
    "jalankan mode kantor dengan `mpp run --mode office`; caranya ada di docs/accounts.md."
)
ORGANISATION_OWN: Final = "Anda masuk lewat penyedia identitas; kata sandi diganti di sana."
ACCOUNTS_INTRO: Final = (
    "Akun membuka pintu masuk; apa yang boleh dilakukan mengikuti peran, di rencana atau di semua rencana."
)
ACCOUNTS_ALT: Final = "Tabel akun: nama masuk, nama, peran, surel, keadaan"
ACCOUNTS_NOT_YOURS: Final = "Hanya pengelola sistem yang mengurus akun."
NEW_ACCOUNT: Final = "Akun baru"
LOGIN_HELP: Final = (
    "Huruf kecil, angka, titik, tanda hubung atau garis bawah. Nama ini tidak dapat diubah lagi."
)
NAME_HELP: Final = "Nama jabatan atau kantor, bukan nama orang."
CREATE_ACCOUNT: Final = "Buat akun"
CREATED: Final = "Akun {login} dibuat."
ONE_TIME: Final = (
    "Kata sandi sekali pakai untuk {login}, hanya ditampilkan sekarang. Pemiliknya menggantinya saat "
    "pertama kali masuk."
)
HIDE: Final = "Sudah dicatat, sembunyikan"
CHOOSE_ACCOUNT: Final = "Akun yang diubah"
CHOOSE_ACCOUNT_HINT: Final = "Pilih satu akun"
DEACTIVATE: Final = "Nonaktifkan akun"
ACTIVATE: Final = "Aktifkan akun"
UNLOCK: Final = "Buka kunci"
RESET: Final = "Beri kata sandi baru"
RESET_HELP: Final = "Semua sesi akun ini berakhir."
DEACTIVATED: Final = "Akun {login} tidak aktif; orangnya sudah keluar dari semua sesi."
ACTIVATED: Final = "Akun {login} aktif lagi."
UNLOCKED: Final = "Akun {login} tidak terkunci lagi."
RESET_DONE: Final = "Kata sandi akun {login} diganti."
SAVED: Final = "Akun {login} tersimpan."
LOG: Final = "Yang terjadi pada akun"
CHANGED_SINCE: Final = "Sementara itu {who} mengubah akun ini ({when}). Sekarang: {now}."

OWN_INTRO: Final = "Anda masuk sebagai {name} ({login})."
OLD_PASSWORD: Final = "Kata sandi lama"
NEW_PASSWORD: Final = "Kata sandi baru"
NEW_PASSWORD_HELP: Final = "Paling sedikit {count} huruf. Beberapa kata sekaligus lebih mudah diingat."
AGAIN: Final = "Kata sandi baru sekali lagi"
CHANGE_PASSWORD: Final = "Ganti kata sandi"
NOT_THE_SAME: Final = "Kedua kata sandi baru tidak sama."
PASSWORD_CHANGED: Final = "Kata sandi diganti. Sesi Anda di tempat lain sudah berakhir."
REFUSED: Final = "Tidak tersimpan: {reason}"
