"""What the services of the agencies are called on the screen: fields, choices, the table to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Joined = Literal["yes", "no", "unknown"]

TITLE: Final = "Layanan tiap instansi"
NONE_YET: Final = (
    "Belum ada layanan. Mulailah dari lembar kerja pemetaan: tempel atau unggah tabelnya di bawah."
)
NO_AGENCY_YET: Final = (
    "Belum ada instansi dan layanan. Tempel atau unggah tabel pemetaan di bawah; instansi yang belum "
    "terdaftar ikut ditambahkan."
)
NONE_HERE: Final = "{name} belum punya layanan dalam rencana ini."
SENTENCE: Final = "{count} layanan dari {agencies} instansi; {facts}."
ALL_PRODUCT: Final = "semua menghasilkan produk selesai"
ONLY_CONSULTATION: Final = "{count} hanya konsultasi"
ONLY_INFORMATION: Final = "{count} hanya informasi"
OUTPUT_UNKNOWN: Final = "{count} belum diketahui luarannya"
UNKNOWN: Final = "belum diketahui"
FULL_STANDARD: Final = "{count} dengan standar lengkap"
QUEUE_APART: Final = "{count} belum terhubung antrean"
QUEUE_UNKNOWN: Final = "{count} belum diketahui terhubung antrean atau tidak"
QUEUE_JOINED: Final = "semua terhubung antrean"
WITHOUT: Final = "Belum punya layanan: {names}."
AND_MORE: Final = "{names}, dan {count} lagi"

FILTER: Final = "Tampilkan layanan dari"
ALL_AGENCIES: Final = "Semua instansi"
COLUMNS: Final = (
    "Instansi",
    "Layanan",
    "Luaran",
    "Saluran",
    "Lama",
    "Biaya",
    "Standar",
    "Antrean",
    "Data",
)
NARROW_COLUMNS: Final = ("Instansi", "Layanan", "Luaran")
PREVIEW_COLUMNS: Final = (COLUMNS[0], "Kelompok", *COLUMNS[1:])
NEW_MARK: Final = "{name} (baru)"
TABLE_ALT: Final = "Tabel layanan menurut instansi"
HIDDEN: Final = "{count} layanan sudah ditarik dan tidak ditampilkan."
DOWNLOAD: Final = "Unduh tabel layanan (CSV)"

DO: Final = "Yang dikerjakan"
EDIT: Final = "Ubah satu layanan"
ADD: Final = "Tambah satu layanan"
MANY: Final = "Tambah dari tabel"

CHOOSE: Final = "Layanan yang akan diubah"
AGENCY: Final = "Instansi"
CHOOSE_AGENCY: Final = "Pilih instansi"
NAME: Final = "Nama layanan"
NAME_HINT: Final = "Misalnya: Kartu keluarga"
OUTPUT: Final = "Luaran"
OUTPUT_HELP: Final = (
    "Apa yang dibawa pulang warga. Badung menekankan layanan yang langsung dirasakan luarannya, tidak hanya "
    "konsultasi atau informasi (dokumen awal tentang studi tiru Siak ke Badung); Ombudsman meminta hal yang "
    "sama: selesai di gerai, bukan sekadar konsultasi."
)
CHANNEL: Final = "Saluran"
CHANNEL_HELP: Final = (
    "Cara layanan diminta: di gerai, lewat aplikasi, anjungan mandiri, atau layanan keliling."
)
DURATION: Final = "Lama layanan"
DURATION_HINT: Final = "Misalnya: 3 hari kerja"
COST: Final = "Biaya"
COST_HINT: Final = "Misalnya: gratis"
JOINED: Final[Mapping[Joined, str]] = {"yes": "Ya", "no": "Belum", "unknown": "Belum diketahui"}
QUEUE: Final = "Terhubung dengan antrean MPP"
DATA: Final = "Terhubung dengan data MPP"
JOINED_HELP: Final = "Di Pekanbaru semua gerai terhubung kecuali bank."
STANDARD: Final = "Standar pelayanan: {count} dari 14 komponen"
STANDARD_HELP: Final = "PermenPANRB 15/2014: enam komponen penyampaian dan delapan komponen pengelolaan."
DELIVERY: Final = "Penyampaian layanan (6)"
BEHIND: Final = "Pengelolaan di dalam (8)"
SAVE_NEW: Final = "Tambahkan layanan"
ADDED_ONE: Final = "Layanan “{name}” ditambahkan."
NEED_AGENCY: Final = "Pilih dulu instansinya. Isian lain masih ada."
NEED_NAME: Final = "Isi nama layanan, 2 sampai 160 huruf. Isian lain masih ada."
WITHDRAW: Final = "Tarik layanan ini"
BRING_BACK: Final = "Layani lagi"
IS_WITHDRAWN: Final = "Layanan ini sudah ditarik; riwayatnya tetap tersimpan."
WITHDRAWN: Final = "Layanan “{name}” ditarik."
BROUGHT_BACK: Final = "Layanan “{name}” dilayani lagi."
WITHDRAWN_MARK: Final = "{name} (ditarik)"

MANY_INTRO: Final = (
    "Salin tabel dari lembar kerja lalu tempel, atau unggah berkasnya. Baris pertama berisi judul kolom; "
    "yang wajib hanya Instansi dan Layanan. Belum ada yang disimpan sebelum Anda menekan tombol Tambahkan."
)
TEMPLATE: Final = "Unduh contoh tabel (Excel)"
TEMPLATE_NAME: Final = "contoh-tabel-layanan.xlsx"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PASTE: Final = "Tempel tabel di sini"
PASTED: Final = "Tabel yang ditempel"
PASTE_HINT: Final = "Instansi\tLayanan\tLuaran\tSaluran\tLama\tBiaya"
UPLOAD: Final = "Atau unggah berkas"
UPLOAD_HELP: Final = "CSV atau Excel (.xlsx), paling besar {size} MB."
BOTH: Final = "Yang dibaca berkas yang diunggah; hapus berkas itu untuk memakai tabel yang ditempel."
ADD_AGENCIES: Final = "Tambahkan juga instansi yang belum terdaftar"
NEW_CATEGORY: Final = "Kelompok instansi baru"
NEW_CATEGORY_HELP: Final = (
    "Bagi instansi baru yang kelompoknya tidak disebut dalam tabel dan yang tidak ada di katalog."
)
PREVIEW: Final = "Pratinjau"
GOOD: Final = "{rows} layanan dapat ditambahkan untuk {agencies} instansi{new}"
NEW_AGENCIES: Final = ", {count} di antaranya instansi baru ({names})"
NOTHING_GOOD: Final = "Belum ada baris yang dapat ditambahkan"
BAD: Final = "; {count} baris perlu diperbaiki"
IGNORED: Final = "Kolom yang tidak dibaca: {names}."
UNREAD: Final = "Lembar “{sheet}” tidak dibaca."
MORE_NOTES: Final = "Masih ada {count} catatan lain; periksa tabel di bawah."
BAD_TITLE: Final = "Baris yang perlu diperbaiki"
BAD_COLUMNS: Final = ("Instansi", "Layanan", "Yang perlu diperbaiki")
BAD_NARROW: Final = ("Yang perlu diperbaiki",)
BAD_ALT: Final = "Baris tabel yang perlu diperbaiki dan sebabnya"
MORE_BAD: Final = "Ditampilkan {shown} dari {count} baris yang perlu diperbaiki."
GOOD_TITLE: Final = "Baris yang akan ditambahkan"
GOOD_ALT: Final = "Tabel layanan yang akan ditambahkan"
ADD_MANY: Final = "Tambahkan {count} layanan"
LEFT: Final = "Sisanya tetap ada di isian tempel setelah ditambahkan, untuk diperbaiki di sana."
ADDED_MANY: Final = "{count} layanan ditambahkan untuk {agencies} instansi{new}."
ADDED_NEW: Final = ", {count} di antaranya instansi baru"
PAST: Final = "Kembali ke hari ini untuk mengubah layanan."
