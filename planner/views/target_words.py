"""What the pages say of the target, of conflicts, of a plan's quality and of its shift from a baseline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from planner.domain.conflict import DemandKind
from planner.domain.foreseen import Course
from planner.domain.quality import HIGH_FLOAT, LONG, Check

NO_TARGET: Final = "Target peluncuran belum ditetapkan, jadi belum ada batas mundur untuk instansi."
OPENED: Final = "Sudah dibuka {day}; tidak ada lagi yang harus siap sebelum itu."
NOTHING_LEFT: Final = "Untuk target {day} tidak ada lagi yang harus disiapkan."
ALL_IN_TIME: Final = "Target {day} terjangkau: {who} masih sempat siap{tightest}."
TIGHTEST: Final = "; paling sempit {name}, longgar {days}"
SOME_LATE: Final = "Untuk target {day}, {late} dari {total} {who} terlambat; paling jauh {name}, {days}."
ALL_LATE_ALIKE: Final = "Untuk target {day}, semua {total} {who} terlambat {days}."
WHO_AGENCIES: Final = "instansi"
WHO_ACTIVITIES: Final = "kegiatan"
EVERY_ONE: Final = "semua {who}"

LATE_BY: Final = "terlambat {days}"
IN_TIME: Final = "longgar {days}"
JUST_IN_TIME: Final = "tanpa kelonggaran"
BY_TARGET: Final = "batas target {day}"
LIMIT: Final = "Batas target"
PAST_TARGET: Final = "{days} melewati batas target"

FORESEEN: Final[Mapping[Course, str]] = {
    "baseline": "semestinya {share} menurut rencana awal",
    "target": "semestinya {share} agar target {target} tercapai",
    "start": "semestinya {share} bila berjalan lancar sejak {start}",
}
FORESEEN_HELP: Final[Mapping[Course, str]] = {
    "baseline": "“Semestinya”: bagian yang menurut rencana awal sudah selesai sekarang.",
    "target": "“Semestinya”: bagian yang batas targetnya sudah tiba, berapa pun yang sudah selesai.",
    "start": "“Semestinya”: bagian yang sudah selesai seandainya semua berjalan lancar sejak hari pertama.",
}

NO_CONFLICT: Final = "Tidak ada benturan: semua tanggal yang diminta rencana ini masih terjangkau."
ONE_CONFLICT: Final = "Ada satu tanggal yang tidak terjangkau dengan laju sekarang."
CONFLICTS: Final = "Ada {count} tanggal yang tidak terjangkau dengan laju sekarang."
TARGET_MISSED: Final = "Target {day} meleset {days}."
CONSTRAINT_MISSED: Final = "Batas {name}, {limit}, meleset {days}."
ONLY_DATE: Final = (
    "Tidak ada satu, dua, atau tiga hal lain yang cukup bila diubah; hanya tanggal itu sendiri yang dapat "
    "digeser."
)
ONE_GIVES: Final = "Cukup salah satu diubah: {ways}."
GIVE_TOGETHER: Final = "Paling sedikit {count} harus diubah bersama: {ways}."
COUNT: Final[Mapping[int, str]] = {2: "dua hal", 3: "tiga hal"}
OR: Final = ", atau "
MORE_WAYS: Final = " Masih ada {count} cara lain."

GIVES: Final[Mapping[DemandKind, str]] = {
    "target": "target dimundurkan",
    "constraint": "tanggal yang dipatok untuk {name} dilepas",
    "budget": "dana untuk {name} tersedia lebih awal",
    "duration": "{name} dipercepat sampai perkiraan tercepat",
    "agency": "{name} menyusul setelah buka",
}
IN_ALL: Final = "{name} di semua instansi"
CONSTRAINT: Final[Mapping[str, str]] = {
    "SNLT": "mulai paling lambat {day}",
    "FNLT": "selesai paling lambat {day}",
    "MSO": "mulai tepat {day}",
    "MFO": "selesai tepat {day}",
}


class CheckWords(NamedTuple):
    """What a check found, why it matters and what to do about it."""

    title: str
    why: str
    todo: str


CHECK: Final[Mapping[Check, CheckWords]] = {
    "no_target": CheckWords(
        "Target belum ditetapkan",
        "Tanpa target tidak ada yang tahu kapan ia terlambat.",
        "Isi target peluncuran di halaman Pengaturan.",
    ),
    "negative_float": CheckWords(
        "Terlambat terhadap target atau batas tanggal",
        "Dengan laju sekarang tanggal yang diminta tidak tercapai.",
        "Percepat atau mulai lebih awal, atau geser tanggal yang diminta.",
    ),
    "unfunded": CheckWords(
        "Tidak muat dalam anggaran mana pun",
        "Pekerjaan ini memerlukan dana APBD, tetapi tidak selesai dalam satu masa belanja.",
        "Periksa masa belanja di halaman Pengaturan, atau bagi pekerjaannya.",
    ),
    "out_of_sequence": CheckWords(
        "Dikerjakan mendahului urutannya",
        "Pekerjaan dimulai atau selesai sebelum yang ditunggunya, jadi tanggal sisanya kurang pasti.",
        "Periksa tanggal yang tercatat; bila benar, pastikan yang terlompati tetap diselesaikan.",
    ),
    "invalid_date": CheckWords(
        "Tanggal tidak wajar",
        "Ada hasil kerja bertanggal nanti atau berurutan terbalik, atau pekerjaan yang dipatok ke hari yang "
        "sudah lewat.",
        "Betulkan tanggal yang tercatat atau yang dipatok.",
    ),
    "missed": CheckWords(
        "Lewat dari rencana awal",
        "Menurut rencana awal ini seharusnya sudah selesai.",
        "Perbarui kemajuannya, atau bekukan rencana awal baru bila perubahan disepakati.",
    ),
    "hard_constraint": CheckWords(
        "Tanggal dipatok",
        "Tanggal yang dipatok menutupi pengaruh pekerjaan lain dan mudah menjadi tidak terjangkau.",
        "Lepaskan bila bukan kewajiban; pakai urutan pekerjaan sebagai gantinya.",
    ),
    "long_task": CheckWords(
        f"Lebih lama dari {LONG} hari kerja",
        "Pekerjaan selama itu sulit dipantau: keterlambatannya baru terlihat di ujung.",
        "Pantau per bagian, dan perbarui sisa lama kerjanya setiap bulan.",
    ),
    "no_successor": CheckWords(
        "Tidak ditunggu peluncuran",
        "Terlambat berapa pun, pekerjaan ini tidak menggeser tanggal buka; urutannya mungkin kurang.",
        "Tambahkan dalam daftar periksa kegiatan yang menunggunya.",
    ),
    "no_predecessor": CheckWords(
        "Tidak menunggu apa pun",
        "Pekerjaan tanpa pendahulu tampak dapat mulai kapan saja; urutannya mungkin kurang.",
        "Tambahkan dalam daftar periksa kegiatan yang mendahuluinya.",
    ),
    "lead": CheckWords(
        "Mulai sebelum pendahulunya selesai",
        "Jeda negatif menebak kapan pendahulunya selesai, sehingga tanggalnya rapuh.",
        "Pecah pendahulunya menjadi dua pekerjaan dalam daftar periksa.",
    ),
    "link_type": CheckWords(
        "Banyak urutan yang bukan selesai lalu mulai",
        "Urutan mulai bersama atau selesai bersama lebih sulit dibaca dan mudah salah.",
        "Pakai urutan selesai lalu mulai di mana mungkin.",
    ),
    "high_float": CheckWords(
        f"Longgar lebih dari {HIGH_FLOAT} hari kerja",
        "Kelonggaran sebesar itu sering berarti ada urutan yang belum ditulis.",
        "Periksa apakah ada kegiatan yang sebenarnya menunggunya.",
    ),
}
ALL_WELL: Final = "Pemeriksaan mutu tidak menemukan hal yang perlu diperbaiki."
FOUND: Final = "Pemeriksaan mutu menemukan {count} hal; yang terpenting: {first}."
WHERE: Final = "{count} kegiatan: {names}"
AND_MORE: Final = "{count} lagi"

NO_BASELINE: Final = "Belum ada rencana awal; bekukan rencana ini untuk melihat pergeserannya."
ON_BASELINE: Final = "Dibandingkan “{name}” ({day}), tanggal buka tidak bergeser{moved}."
SHIFTED: Final = "Dibandingkan “{name}” ({day}), tanggal buka {shift}{moved}."
MOVED: Final = "; {count} kegiatan bergeser"
LATER: Final = "mundur {days}"
EARLIER: Final = "maju {days}"
SAME: Final = "tetap"
STARTS: Final = "mulai {shift}"
FINISHES: Final = "selesai {shift}"
BOTH: Final = "mulai dan selesai {shift}"
ADDED: Final = "{count} kegiatan baru setelah rencana awal: {names}."
REMOVED: Final = "{count} kegiatan tidak ada lagi: {names}."
GONE: Final = "kegiatan {id}"
