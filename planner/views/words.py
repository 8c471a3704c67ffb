"""What buttons, fields, notices and empty places of the screens say, grouped by where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

APP: Final = "Perencana MPP"

PAGE: Final[Mapping[str, str]] = {
    "ringkasan": "Ringkasan",
    "tugas": "Tugas saya",
    "daftar": "Daftar periksa",
    "jadwal": "Jadwal",
    "instansi": "Instansi",
    "verifikasi": "Verifikasi",
    "prakiraan": "Prakiraan",
    "andai": "Bagaimana jika",
    "jejak": "Jejak",
    "hukum": "Dasar hukum",
    "pengaturan": "Pengaturan",
}
PAGE_HELP: Final[Mapping[str, str]] = {
    "ringkasan": "Apakah sudah siap, kapan buka, apa yang menahan, dan giliran siapa.",
    "tugas": "Apa yang menunggu Anda: ditugaskan, dikembalikan, atau menyebut Anda, dan langkah berikutnya.",
    "daftar": "Butir yang dikerjakan per tahap: tandai, beri tanggal, lampirkan bukti, lihat dasarnya.",
    "jadwal": "Pekerjaan yang tersisa sampai peluncuran, jalur kritis, dan alasan setiap tanggal.",
    "instansi": "Sampai mana setiap instansi, apa yang masih kurang, dan siapa yang paling tertinggal.",
    "verifikasi": "Yang menunggu diterima orang kedua, dari yang paling lama, dan apa yang tertahan olehnya.",
    "prakiraan": "Kapan buka dengan kemungkinan berapa, dan apa yang dapat memajukannya.",
    "andai": "Coba perubahan pada salinan rencana dan lihat akibatnya, sebelum ada yang disimpan.",
    "jejak": "Siapa mengubah apa, kapan, dan mengapa.",
    "hukum": "Setiap ketentuan, butir yang berdasar padanya, dan seberapa pasti.",
    "pengaturan": "Rencana baru, target, hari kerja, hari libur, dan anggaran.",
}
GROUP: Final[Mapping[str, str]] = {"work": "Kerja", "files": "Berkas", "settings": "Pengaturan"}

PLAN: Final = "Rencana"
DAY: Final = "Keadaan per tanggal"
DAY_HELP: Final = "Kosongkan untuk melihat keadaan hari ini."
ACTOR: Final = "Bekerja sebagai"
ACTOR_HELP: Final = "Peran ini tercatat pada setiap perubahan yang Anda simpan."
LOCAL_MODE: Final = (
    "Mode lokal: satu komputer, tanpa kata sandi. Nama peran dipilih sendiri, sehingga pemeriksaan oleh "
    "orang kedua belum dapat dijamin."
)
AS_OF: Final = "keadaan per {day}"
PAST: Final = "Anda melihat keadaan per {day}. Perubahan tidak dapat disimpan pada tampilan ini."
READS_ONLY: Final = "Dengan peran Anda dalam rencana ini, bagian ini untuk dibaca saja."
TRIES_ONLY: Final = "Dengan peran Anda dalam rencana ini, Anda dapat mencoba, tetapi tidak menyimpan."
BACK_TO_TODAY: Final = "Kembali ke hari ini"
NO_PLAN: Final = "Belum ada rencana. Buat rencana pertama di halaman Pengaturan."
FIRST_PLAN: Final = "Belum ada rencana. Isi formulir ini untuk membuat rencana pertama."
NOT_THAT_DAY: Final = (
    "Hari “{asked}” pada alamat tidak dapat ditampilkan; yang tampak keadaan hari ini. "
    "Pilih hari antara {first} dan {last} di kiri."
)
NOT_YET: Final = "Pada {day} rencana ini belum dimulai. Pilih tanggal yang lebih baru."
UNKNOWN_PLAN: Final = "Rencana “{plan}” tidak ditemukan. Pilih rencana lain di kiri."
BROKEN: Final = (
    "Daftar periksa “{name}” belum dapat dibaca: {count} hal perlu diperbaiki. "
    "Pekerjaan yang sudah tercatat tidak hilang. Perbaiki berkas di bawah ini, lalu muat ulang halaman."
)
STORAGE_DOWN: Final = "Basis data tidak dapat dibuka."
NOT_SAVED: Final = "Belum tersimpan. {problem} Yang Anda ketik masih ada di halaman ini."

SAVED: Final = "Tersimpan"
SAVED_FROM: Final = "Tersimpan, berlaku sejak {day}"
NOTHING_CHANGED: Final = "Tidak ada yang berubah, jadi tidak ada yang dicatat."
STALE: Final = (
    "Belum disimpan: {who} sudah mengubahnya lebih dulu pada {when}. Yang tersimpan sekarang: {now}."
)
RELOAD: Final = "rencana tidak dapat dibaca sekarang; muat ulang halaman."
KEEP_MINE: Final = "Simpan isian saya"
TAKE_THEIRS: Final = "Pakai yang tersimpan"
UNSAVED: Final = "Isian ini belum disimpan."
INVALID: Final = "Belum disimpan: {reasons}. Perbaiki isian itu, lalu simpan lagi."
REFUSED: Final = "Belum disimpan: {reasons}"

SCORE: Final = "Nilai kesiapan"
SCORE_HELP: Final = "Bobot butir yang selesai, berbukti, dan diterima, dibagi bobot semua butir yang berlaku."
PROGRESS: Final = "Kemajuan kerja"
PROGRESS_HELP: Final = "Bagian kegiatan yang dilaporkan selesai, terbukti atau belum."
GATES: Final = "Empat gerbang menuju peluncuran"
GATE_PASSED: Final = "Lolos"
GATE_SINCE: Final = "sejak {day}"
GATE_OPEN: Final = "Masih terbuka"
LAUNCH: Final = "Peluncuran"
LAUNCHED: Final = "Sudah dibuka"
TARGET: Final = "target {day}"
ABOUT: Final = "sekitar {day}"
ENDS: Final = "Selesai pada laju sekarang"
HOLDING: Final = "Yang menahan"
HOLDS_DAYS: Final = "menahan {days}"
HOLDS_TOGETHER: Final = "menahan bersama kegiatan lain"
HOLDING_NONE: Final = "Tidak ada kegiatan yang menahan peluncuran."
HOLDING_HELP: Final = (
    "Berapa hari kerja peluncuran maju seandainya kegiatan itu selesai hari ini; di bawahnya langkah yang "
    "paling jauh melewati batas target."
)
STAGES: Final = "Sepuluh tahap"
THIS_WEEK: Final = "Berikutnya, menurut peran"
NEXT_NONE: Final = "Tidak ada langkah yang dapat dikerjakan sekarang."
AGENCIES_OF: Final = "{count} instansi"
DUE: Final = "paling lambat {day}"
MORE: Final = "dan {count} langkah lain"
AFTER_OPENING: Final = "Setelah peluncuran: {met} dari {total} kegiatan pemantauan terpenuhi."

ALL_STAGES: Final = "Semua tahap"
ALL_ROLES: Final = "Semua peran"
STAGE: Final = "Tahap"
ROLE: Final = "Peran"
SHOW: Final = "Tampilkan"
LATE: Final = "Terlambat"
MINE: Final = "Milik saya"
UNMET: Final = "Belum terpenuhi"
CRITICAL: Final = "Menahan peluncuran"
SEARCH: Final = "Cari butir"
NO_ROWS: Final = "Tidak ada butir yang cocok dengan saringan ini. Longgarkan saringan di atas."
UNKNOWN_ROW: Final = "Butir “{id}” tidak ada dalam rencana ini."
BACK_TO_LIST: Final = "Kembali ke daftar"
TO_DO: Final = "Yang dikerjakan"
BASIS: Final = "Dasar"
EVIDENCE: Final = "Bukti"
EVIDENCE_COUNT: Final = "bukti {given}/{wanted}"
REQUIRED: Final = "wajib"
OPTIONAL: Final = "bila ada"
NO_FILE: Final = "belum ada berkas"
NO_EVIDENCE: Final = "Butir ini tidak meminta bukti."
UPLOAD: Final = "Berkas bukti"
UPLOAD_FOR: Final = "Untuk bukti"
ATTACH: Final = "Lampirkan"
CHOOSE_FILE: Final = "Pilih dulu berkas yang akan dilampirkan."
DOWNLOAD: Final = "Unduh"
REMOVE: Final = "Tarik"
FILE_MISSING: Final = "berkas hilang dari penyimpanan"
STATUS: Final = "Status"
STATUS_HELP: Final = (
    "Selesai saja belum menambah nilai: bukti wajib harus ada dan, bila diminta, diterima orang kedua."
)
STARTED: Final = "Mulai"
FINISHED: Final = "Selesai"
REMAINING: Final = "Sisa lama kerja (hari)"
REMAINING_HELP: Final = "Kosongkan agar dihitung dari perkiraan."
NOTE: Final = "Catatan"
REASON: Final = "Alasan tidak berlaku"
SAVE: Final = "Simpan"
REVIEW: Final = "Pemeriksaan oleh orang kedua"
REVIEW_WAITS: Final = "Menunggu diterima oleh orang lain selain {who}."
REVIEW_EARLY: Final = "Dapat diperiksa setelah dilaporkan selesai."
ACCEPT: Final = "Terima"
RETURN: Final = "Kembalikan"
RETURN_REASON: Final = "Alasan pengembalian"
ACCEPTED_BY: Final = "Diterima oleh {who}."
RETURNED_BY: Final = "Dikembalikan oleh {who}: {reason}"
RETURN_REASON_HELP: Final = "Wajib diisi bila dikembalikan."
HISTORY: Final = "Riwayat butir ini"
NO_HISTORY: Final = "Belum ada perubahan."
ESTIMATE: Final = "Perkiraan lama kerja"
ESTIMATE_TEXT: Final = "{low} sampai {high} {unit}, paling mungkin {likely}"
WAITS_FOR: Final = "Menunggu"
HOLDS_UP: Final = "Ditunggu oleh"
AND_MORE: Final = "dan {count} lagi"
GATE_ITEM: Final = "Syarat gerbang {gates}"
NEEDS: Final = "Yang kurang: {lacks}."
MET: Final = "Terpenuhi."
STAND_IN: Final = "Berlaku untuk tiap instansi. Daftarkan instansi di halaman Instansi agar dapat dikerjakan."
TICK_START: Final = "Tandai mulai"
TICK_DONE: Final = "Tandai selesai"
TICK_OPEN: Final = "Selesai, buka rinciannya"

SHOW_DONE: Final = "Tampilkan yang selesai"
UNFOLD: Final = "Uraikan per instansi"
PER_STAGE: Final = "Ringkas per tahap"
FOR_PRINT: Final = "Untuk dicetak (A3)"
FOR_PRINT_HELP: Final = "Menggambar seluruh bagan selebar kertas A3 mendatar. Cetak dengan Ctrl+P."
MORE_OPTIONS: Final = "Lipat, buka, cetak"
FOLD_STAGES: Final = "Tahap yang dilipat menjadi satu baris"
OPEN_ITEMS: Final = "Butir yang diuraikan per instansi"
WHY_DATE: Final = "Mengapa tanggal ini?"
WHY_PICK: Final = "Pilih kegiatan"
CHART: Final = "Bagan"
TABLE: Final = "Tabel"
DOWNLOAD_TABLE: Final = "Unduh tabel (CSV)"
NOTHING_LEFT: Final = "Tidak ada pekerjaan tersisa sebelum peluncuran."
GANTT_ALT: Final = "Bagan Gantt pekerjaan yang tersisa sebelum peluncuran"

RESTS_ON: Final = "Butir yang berdasar padanya"
VERIFIED: Final = "diperiksa {day}"
WHOLE: Final = "Seluruh peraturan"
PRACTICE: Final = "Praktik daerah"
HOW_SURE: Final = "Arti tanda kepastian"

WHO: Final = "Oleh"
KIND: Final = "Jenis"
ALL: Final = "Semua"
FROM: Final = "Sejak"
TEXT: Final = "Berisi kata"
NO_ENTRIES: Final = "Tidak ada catatan yang cocok. Longgarkan saringan di atas."
SHOWN: Final = "{shown} dari {total} catatan ditampilkan."

NUMBER: Final = "catatan nomor"
EFFECTIVE: Final = "berlaku {day}"
CHECKLIST: Final = "Daftar periksa"
NAME_HINT: Final = "Kosongkan untuk memakai nama daerah"
CHOOSE_REGENCY: Final = "Pilih dulu kabupaten atau kota. Isian lain masih ada."
CHOOSE_START: Final = "Isi dulu tanggal mulai. Isian lain masih ada."
NAME_SHORT: Final = "Nama rencana harus 3 sampai 120 huruf. Isian lain masih ada."
LOCAL_ACTOR: Final = "dpmptsp"
NEW_PLAN: Final = "Rencana baru"
THIS_PLAN: Final = "Rencana ini"
REGENCY: Final = "Kabupaten atau kota"
REGENCY_HINT: Final = "Ketik nama daerah"
PLAN_NAME: Final = "Nama rencana"
START: Final = "Mulai"
TARGET_DAY: Final = "Target peluncuran"
START_HELP: Final = "Hari pertama rencana; tidak ada kegiatan yang dijadwalkan sebelum hari itu."
TARGET_HELP: Final = "Hari yang ingin dicapai. Target tidak menggeser jadwal; jaraknya ditunjukkan."
HOLIDAYS: Final = (
    "Libur nasional dan cuti bersama sampai {year} sudah diperhitungkan menurut keputusan bersama tiga "
    "menteri. Sesudah {year} libur keagamaan masih perkiraan dan cuti bersama belum ada."
)
WEEK_HELP: Final = f"Menentukan hari kerja dalam jadwal. {HOLIDAYS}"
WEEK: Final = "Hari kerja sepekan"
WEEKS: Final[Mapping[int, str]] = {5: "Lima hari (Senin–Jumat)", 6: "Enam hari (Senin–Sabtu)"}
NO_CHECKLISTS: Final = "Belum ada daftar periksa di folder checklists, jadi rencana belum dapat dibuat."
CREATE: Final = "Buat rencana"
CREATED: Final = "Rencana “{name}” dibuat."
WHY: Final = "Alasan perubahan"
WHY_HELP: Final = "Tersimpan di Jejak bersama perubahan ini."
AGENCY_NAME: Final = "Nama instansi"
CATEGORY: Final = "Kelompok"
CATEGORY_HELP: Final = (
    "Berlaku untuk semua nama yang ditambahkan sekali ini, kecuali yang ada di katalog: kelompoknya menurut "
    "katalog."
)
ADD_AGENCY: Final = "Tambahkan instansi"
ADD_MANY: Final = "Satu nama per baris; boleh banyak sekaligus"
TAKE_OUT: Final = "Keluarkan"
ADDED: Final = "{count} instansi ditambahkan."
