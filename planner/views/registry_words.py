"""What the register of the agencies says: the list, the catalogue, one agency, what is signed with it."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Instansi yang ikut serta"
TABLE_ALT: Final = "Tabel instansi yang ikut serta"
NONE_YET: Final = (
    "Belum ada instansi. Pilih dari katalog di bawah atau ketik namanya; butir per instansi baru dapat "
    "dikerjakan setelah itu."
)
NOBODY_LEFT: Final = "Semua instansi dalam daftar ini sudah keluar."
SENTENCE: Final = "{count} instansi ikut serta: {waves}{out}."
OF_WAVE: Final = "{count} pada gelombang {wave}"
TAKEN_OUT: Final = "; {count} sudah keluar"

DO: Final = "Yang dikerjakan"
EDIT: Final = "Ubah satu instansi"
CATALOGUE: Final = "Pilih dari katalog"
TYPED: Final = "Ketik nama"
COLUMNS: Final = (
    "Instansi",
    "Kelompok",
    "Gelombang",
    "Hari hadir",
    "Gerai",
    "Layanan",
    "Kontak",
    "Ikut serta",
    "Asal data",
)
NARROW_COLUMNS: Final = ("Instansi", "Gelombang", "Hari hadir")

SAME_AGENCY: Final = (
    "“{name}” dan “{other}” adalah instansi yang sama; pakai satu nama saja. Belum ada yang disimpan."
)
LIKE_FORMULA: Final = (
    "“{name}” tampak seperti rumus atau galatnya; tulis nama instansinya. Belum ada yang disimpan."
)
FROM_CATALOGUE: Final = "Kelompok menurut katalog: {names}."
OF_CATEGORY: Final = "{name} ({category})"
STILL_TYPED: Final = (
    "{count} nama berikutnya masih ada di isian, karena sekali tambah paling banyak {most}; "
    "tekan {button} lagi."
)
CATALOGUE_INTRO: Final = (
    "Instansi yang lazim ada di MPP. Katalog hanya saran: tanda di belakang nama menunjukkan berapa sumber "
    "yang menyebutnya."
)
CATALOGUE_BROKEN: Final = "Katalog instansi belum dapat dibaca: {problem}"
CHOICE: Final = "{name} · {sure}"
CHOOSE: Final = "Pilih instansi"
ALL_THERE: Final = "{category}: semua yang ada di katalog sudah ikut serta."
SEEN_AT: Final = "terlihat di {places}"
ONLY_ANNOUNCED: Final = "baru direncanakan atau disebut dalam rangkuman"
PART_TIME: Final = "pernah hadir hanya {days} ({place}), jadi gerai bersama mungkin cocok"
PLACE_UNKNOWN: Final = "tempat tidak disebut"
SERVICES_SEEN: Final = "layanan yang disebut sumber: {names}"
SEE_ALL: Final = "Seluruh katalog: seberapa pasti dan di mana terlihat"
NEW_WAVE: Final = "Gelombang"
NEW_WAVE_HELP: Final = "1: hadir saat peresmian. Peresmian tidak menunggu gelombang 2 dan seterusnya."
ADD_CHOSEN: Final = "Tambahkan yang dipilih"
CHOOSE_FIRST: Final = "Pilih dulu paling sedikit satu instansi dari katalog."

CHOOSE_ONE: Final = "Instansi yang akan diubah"
WAVE: Final = "Gelombang"
CONTACT: Final = "Kontak"
CONTACT_HELP: Final = (
    "Nama kantor atau bidang, telepon kantor, atau surel kantor. Jangan tulis nama orang: orang berganti, "
    "dan catatan ini tersimpan selamanya."
)
CONTACT_OFFICE: Final = "Kantor atau bidang, bukan nama orang."
CONTACT_HINT: Final = "Bidang pelayanan, surel atau telepon kantor"
WEEKDAYS: Final = "Hari hadir"
WEEKDAYS_HELP: Final = "Kosongkan bila hadir setiap hari kerja."
COUNTERS: Final = "Gerai yang diminta"
COUNTERS_HELP: Final = "Berapa gerai (loket) yang diperlukan instansi ini pada hari hadirnya."
JOINT: Final = "Bersedia berbagi gerai (gerai bersama)"
JOINT_HELP: Final = (
    "Saran Ombudsman bagi instansi yang hanya hadir pada beberapa hari: satu gerai dipakai bergantian."
)
TYPICAL: Final = "Padanan di katalog"
TYPICAL_HELP: Final = "Menunjukkan di mana instansi ini terlihat dan nota kesepahaman yang menaunginya."
NO_TYPICAL: Final = "Tidak ada padanan"
EVERY_DAY: Final = "setiap hari kerja"
OUT_BECAUSE: Final = "Sudah keluar. Alasannya: {reason}"
OUT: Final = "Sudah keluar dari rencana ini."

LEAVE: Final = "Keluarkan dari rencana"
LEAVE_REASON: Final = "Alasan keluar"
LEAVE_REASON_HELP: Final = "Wajib. Tersimpan pada instansi ini dan di Jejak."
LEAVE_KEEPS: Final = "Kegiatan dan layanannya tidak dihitung lagi; riwayatnya tetap tersimpan."
RETURN: Final = "Ikutkan lagi"
LEFT: Final = "{name} dikeluarkan. {effect}"
BACK: Final = "{name} ikut serta lagi. {effect}"
COME: Final = "{count} kegiatan ditambahkan"
GONE: Final = "{count} kegiatan tidak dihitung lagi"
SCORE_MOVES: Final = "nilai kesiapan {before} menjadi {after}"
SCORE_STAYS: Final = "nilai kesiapan tetap {score}"
LAUNCH_MOVES: Final = "perkiraan buka {before} menjadi {after}"
LAUNCH_STAYS: Final = "perkiraan buka tetap {day}"

SIGNED: Final = "Yang ditandatangani"
SIGNED_WITH: Final = "Dengan {category}:"
FRAME: Final = "Kerangka hukum: {frame}."
BACKED: Final = (
    "{title}, {day}, dapat mendukung permintaan kepada instansi ini: {party} ikut menandatanganinya."
)
MOU: Final = "Nota kesepahaman nasional"
NOT_BACKED: Final = "Tidak ada pihak {title} ({day}) yang menaungi instansi ini menurut katalog."
NO_BACKING_KNOWN: Final = (
    "Pilih padanan di katalog untuk melihat apakah {title} ({day}) dapat mendukung permintaan."
)
SOURCES: Final = "Sumber: {sources}"
MOVED_TO: Final = "Instansi yang ikut serta diatur di halaman Instansi"
