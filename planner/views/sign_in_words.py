"""What the pages beside the screen say: signing in, signing out, and why something was not let through."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Masuk"
LEAD: Final = "Masuk dengan akun yang diberikan pengelola sistem kantor Anda."
LOGIN: Final = "Nama masuk"
PASSWORD: Final = "Kata sandi"
ENTER: Final = "Masuk"
FORGOTTEN: Final = "Lupa kata sandi? Minta pengelola sistem memberi yang baru."
SIGNED_OUT: Final = "Anda sudah keluar."

WRONG: Final = "Nama masuk atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."
INACTIVE: Final = "Akun ini tidak aktif lagi. Hubungi pengelola sistem kantor Anda."
LOCKED: Final = (
    "Akun ini dikunci sementara karena beberapa kali salah kata sandi. Coba lagi {when}, atau minta "
    "pengelola sistem membukanya."
)
IN_MINUTES: Final = "dalam {minutes} menit"
LATER: Final = "nanti"
TOO_OFTEN: Final = "Terlalu banyak percobaan masuk. Tunggu {seconds} detik, lalu coba lagi."
STALE: Final = "Halaman masuk ini sudah terlalu lama terbuka. Isi sekali lagi, lalu tekan Masuk."
FOREIGN: Final = "Permintaan ini tidak datang dari halaman kami, jadi tidak dijalankan."
INCOMPLETE: Final = "Isi nama masuk dan kata sandi."

NO_ACCOUNT: Final = "Belum ada akun"
NO_ACCOUNT_LEAD: Final = "Buat akun pertama di komputer server, lalu muat ulang halaman ini:"
NO_ACCOUNT_COMMAND: Final = 'mpp user add NAMA --nama "NAMA JABATAN" --peran-luas administrator'

LEAVE_TITLE: Final = "Keluar"
LEAVE_LEAD: Final = "Keluar dari Perencana MPP di peramban ini? Yang sudah disimpan tetap tersimpan."
LEAVE: Final = "Keluar"
STAY: Final = "Kembali ke aplikasi"

UNAUTHORISED: Final = "Masuk dahulu di halaman /masuk."
STRANGER: Final = "Masuk dahulu dengan akun organisasi Anda."
UNREACHABLE: Final = "Basis data tidak dapat dibuka. Coba lagi sebentar lagi."
TOO_LARGE: Final = "Terlalu besar: paling banyak {megabytes} MB untuk satu kiriman."
NOT_FROM_AFAR: Final = (
    "Mode lokal hanya melayani komputer ini. Jalankan dengan --mode office untuk orang lain."
)
UNKNOWN_NAME: Final = (
    "Aplikasi ini tidak dikenal dengan nama yang tertulis di bilah alamat Anda. Di komputer ini, buka lewat "
    "127.0.0.1 atau localhost. Di kantor, buka lewat alamat dari pengelola sistem; pengelola sistem "
    "menambahkan nama lain pada STREAMLIT_SERVER_ALLOWED_HOSTS, lalu menjalankan ulang aplikasi."
)
