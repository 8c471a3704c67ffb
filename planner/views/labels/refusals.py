"""What speaks against a change, as the sentence that the person who asked for it reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.changes import Against, Objection
from planner.views.labels.record import FIELD, OTHER_FIELD

OBJECTION: Final[Mapping[Objection, str]] = {
    "unknown_activity": "kegiatan ini tidak ada dalam rencana; muat ulang halaman.",
    "no_agency": "belum ada instansi; tambahkan instansi di halaman Instansi lebih dulu.",
    "reason_needed": "tuliskan alasannya.",
    "gate_item_applies": "butir ini syarat sebuah gerbang, jadi tidak dapat ditandai tidak berlaku.",
    "future_date": "tanggal tidak boleh setelah hari ini.",
    "finish_before_start": "tanggal selesai mendahului tanggal mulai; periksa kedua tanggal.",
    "finish_needed": "isi tanggal selesai.",
    "nothing_to_review": "kegiatan ini belum dilaporkan selesai, jadi belum dapat diperiksa.",
    "own_submission": "yang melaporkan selesai tidak dapat memeriksanya sendiri; pilih peran lain di kiri.",
    "unknown_requirement": "pilih bukti yang diminta lebih dulu.",
    "unknown_evidence": "berkas itu tidak ada lagi; muat ulang halaman.",
    "empty_file": "berkas kosong; pilih berkas lain.",
    "unknown_agency": "instansi itu tidak ada dalam rencana.",
    "duplicate_agency": "nama instansi “{about}” sudah ada dalam daftar.",
    "wave_without_agencies": (
        "gelombang {about} akan tanpa instansi, sedangkan gelombang sesudahnya berisi; pakai nomor "
        "gelombang yang berurutan, atau isi dulu gelombang {about}."
    ),
    "unknown_service": "layanan itu tidak ada; muat ulang halaman.",
    "duplicate_service": "instansi ini sudah mempunyai layanan “{about}”; beri nama lain.",
    "services_needed": "belum ada layanan yang dapat ditambahkan; isi paling sedikit satu.",
    "unknown_floor": "lantai itu tidak ada; muat ulang halaman.",
    "duplicate_floor": "lantai “{about}” sudah ada; beri nama lain.",
    "counter_out_of_range": "lantai itu tidak mempunyai gerai nomor {about}; pilih nomor yang ada.",
    "unknown_seat": "gerai itu tidak sedang dipakai instansi ini; muat ulang halaman.",
    "name_needed": "namanya masih kosong atau terlalu pendek.",
    "name_length": "nama “{about}” harus 2 sampai 120 huruf.",
    "target_before_start": "target mendahului tanggal mulai; periksa kedua tanggal.",
    "start_needed": "isi tanggal mulai rencana.",
    "day_off_twice": "hari libur daerah {about} tertulis lebih dari sekali; hapus yang berlebih.",
    "window_twice": "satu anggaran tahun {about} tertulis lebih dari sekali; hapus yang berlebih.",
    "unknown_baseline": "rencana awal itu tidak ada; muat ulang halaman, lalu pilih dari daftar.",
    "duplicate_baseline": "rencana awal dengan nama itu sudah ada; beri nama lain.",
    "dates_needed": "belum ada kegiatan bertanggal yang dapat dibekukan; periksa daftar periksanya.",
    "constraint_on_begun_work": (
        "kegiatan ini sudah mulai, jadi batas untuk mulainya tidak berlaku lagi; beri batas selesainya saja."
    ),
    "unknown_regency": "pilih kabupaten atau kota dari daftar.",
    "unknown_checklist": "daftar periksa itu tidak ada; pilih yang lain.",
    "duplicate_plan": "rencana dengan nama itu sudah ada; beri nama lain.",
    "not_allowed": "peran Anda dalam rencana ini tidak mencakup hal itu; mintalah kepada pengelola rencana.",
    "changed_since": (
        "isi yang Anda periksa sudah berubah sesudah halaman ini dibuka; muat ulang, lalu periksa lagi."
    ),
    "unknown_person": "orang itu tidak ikut dalam rencana ini; pilih dari daftar.",
    "person_shut_out": "akun orang itu tidak aktif lagi; pilih orang lain dari daftar.",
    "unknown_comment": "komentar itu tidak ada lagi; muat ulang halaman.",
    "not_own_comment": "hanya penulisnya yang dapat menarik komentar.",
    "text_needed": "tuliskan komentarnya lebih dulu.",
    "agency_needed": "pilih instansi yang diwakili orang ini.",
    "kind_refused": (
        "isi berkas “{about}” bukan PDF, gambar, dokumen kantor, teks, atau ZIP; simpan dalam salah satunya."
    ),
    "active_content": (
        "berkas “{about}” adalah program, atau memuat makro atau skrip; lampirkan dokumennya saja, "
        "tanpa makro."
    ),
    "too_large": "berkas lebih besar dari {about}; perkecil, misalnya dengan memindai hitam putih.",
    "already_attached": "berkas “{about}” sudah terlampir untuk bukti ini, isinya sama persis.",
    "old_office": (
        "berkas “{about}” berformat kantor lama (DOC, XLS, PPT) atau bersandi, sehingga isinya tidak dapat "
        "diperiksa; simpan sebagai DOCX, XLSX, atau PDF tanpa sandi."
    ),
    "unsafe_archive": (
        "arsip “{about}” isinya terlalu banyak, ganda, atau menunjuk ke luar foldernya; kemas ulang berkas "
        "yang perlu saja."
    ),
    "too_long": "isian “{field}” terlalu panjang, paling banyak {about} huruf; ringkaslah.",
    "why_too_long": "alasan perubahan terlalu panjang, paling banyak {about} huruf; ringkaslah.",
    "number_too_small": "angka pada “{field}” terlalu kecil; isi {about} atau lebih.",
    "number_too_large": "angka pada “{field}” terlalu besar; isi {about} atau kurang.",
    "day_out_of_reach": "tanggal pada “{field}” terlalu jauh dari hari ini; pilih dalam {about}.",
    "actor_needed": "pilih dulu Anda bekerja sebagai siapa, di kiri.",
}


def refusal(against: Against) -> str:
    """What speaks against a change as a sentence, with the name of the field that it is about."""
    kind, name = against.field or ("plan", "")
    return OBJECTION[against.code].format(about=against.about, field=FIELD[kind].get(name, OTHER_FIELD))
