"""What the page Verifikasi says, and the part of an item where a second person decides."""

from __future__ import annotations

from typing import Final

NOTHING_WAITS: Final = "Tidak ada kegiatan yang menunggu diperiksa."
WAITS: Final = "{count} kegiatan menunggu diperiksa{unproven}, yang paling lama sejak {day} ({ago}); {held}."
UNPROVEN: Final = "({count} di antaranya belum berbukti lengkap)"
HELD: Final = "bila semuanya diterima hari ini, peluncuran maju {days}"
NOT_HELD: Final = "peluncuran tidak tertahan olehnya"
NONE_YET: Final = (
    "Kegiatan masuk ke sini sesudah stafnya memilih status Selesai di halaman Daftar periksa, bila butirnya "
    "syarat gerbang atau meminta pemeriksaan orang kedua."
)
NONE_HERE: Final = "Tidak ada yang cocok dengan saringan ini. Longgarkan saringan di atas."
LOCAL: Final = "Mode lokal: satu orang memakai semua peran, jadi pemeriksaan oleh orang kedua tidak dijamin."
ONLY_READING: Final = "Yang memeriksa adalah verifikator rencana ini; Anda dapat melihat, tidak memutuskan."
AGENCY: Final = "Instansi"
HOW: Final = (
    "Buka satu baris, lihat buktinya, lalu terima atau kembalikan. Beberapa baris dapat diterima sekaligus "
    "sesudah masing-masing dibuka."
)

SINCE: Final = "diajukan {who} {day} ({ago})"
HOLDS: Final = "menahan {days}"
HOLDS_WITH: Final = "menahan {days} bersama {count} kegiatan lain pada butir ini"
EVIDENCE: Final = "{count} berkas bukti"
NO_EVIDENCE: Final = "tanpa berkas bukti"
MISSING: Final = "bukti kurang: {titles}"
RETURNED: Final = "dikembalikan {who} {day} ({ago})"
LAPSED: Final = "penerimaan oleh {who} gugur {day} ({ago})"
CHANGED: Final = "isinya berubah sejak Anda buka"

PICK: Final = "Pilih {title}"
PICK_OPEN_FIRST: Final = "Buka dulu baris ini agar dapat dipilih."
PICK_OWN: Final = "Anda ikut mengajukannya, jadi orang lain yang memeriksa."
PICK_MISSING: Final = "Bukti wajib belum lengkap, jadi tidak ikut diterima sekaligus."
ACCEPT_PICKED: Final = "Terima yang dipilih ({count})"
ACCEPTED: Final = "{count} kegiatan diterima."
NOT_ACCEPTED: Final = "{name}: {told} Tidak ada yang diterima; lepaskan pilihan itu, lalu terima lagi."

BACK: Final = "Dikembalikan dan gugur"
BACK_HELP: Final = "Menunggu stafnya: perbaiki, lalu ajukan lagi."
BACK_NONE: Final = "Tidak ada yang dikembalikan atau gugur."
PAGES: Final = "{first}–{last} dari {total}"
EARLIER: Final = "Sebelumnya"
LATER: Final = "Berikutnya"
OPEN_ITEM: Final = "Buka di Daftar periksa"

ABOUT: Final = "{name}: {told}"
HANDED_IN: Final = "Diajukan {who} {when}."
HANDED_IN_LATE: Final = "Diajukan {who} {day}, tercatat {when}."
DATES: Final = "Mulai {start}, selesai {finish}."
FINISHED: Final = "Selesai {finish}."
NOTE: Final = "Catatan: {note}"
INCOMPLETE: Final = (
    "Bukti wajib belum ada: {titles}. Bila diterima sekarang, penerimaan gugur begitu berkasnya dilampirkan."
)
OWN: Final = "Anda ikut mengajukan kegiatan ini, jadi orang lain yang memeriksanya."
NOT_YOURS: Final = "Menunggu verifikator rencana ini."
RESUBMIT: Final = "Ajukan lagi"
LAPSED_WORD: Final = "Penerimaan oleh {who} pada {day} gugur karena sesudah itu {changed}."
ANSWERED_WORD: Final = "Dikembalikan oleh {who} pada {day}: {reason} Sesudah itu {changed}."
RESUBMITTED: Final = "diajukan lagi tanpa perubahan"
