"""Words that charts, lines and short sentences are built of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EVERY: Final[Mapping[int, str]] = {2: "kedua", 3: "ketiga", 4: "keempat", 5: "kelima", 6: "keenam"}
NEAR_DAYS: Final[Mapping[int, str]] = {-1: "kemarin", 0: "hari ini", 1: "besok"}
DAYS_AHEAD: Final = "{count} hari lagi"
DAYS_AGO: Final = "{count} hari lalu"
HOLDS_LAUNCH: Final = "menahan peluncuran"
PAST_LIMIT: Final = "melewati batas {days}"
FINISHED: Final = "selesai"
STAGE: Final = "Tahap"
GATE: Final = "Gerbang"
AGENCY: Final = "Instansi"
TODAY: Final = "Hari ini"
AS_OF: Final = "Per {day}"
TARGET: Final = "Target"
LAUNCH: Final = "Buka"
OPENED: Final = "Dibuka"
LATEST: Final = "Paling lambat"
FLOAT: Final = "Kelonggaran"
RESPONSIBLE: Final = "Penanggung jawab"
BAR_CRITICAL: Final = "Menahan peluncuran"
BAR_CRITICAL_SHORT: Final = "Menahan"
BAR_RUNNING: Final = "Berjalan"
BAR_WORK: Final = "Belum mulai"
BAR_DONE: Final = "Selesai"
AGENCIES: Final = "{count} instansi"
DONE_COUNT: Final = "{count} selesai"
DONE_OF: Final = "{done} dari {total} selesai"
DONE_OF_ACTIVITIES: Final = "{done} dari {total} kegiatan selesai"
UNPROVEN: Final = ", {count} diajukan"
UNPROVEN_FULL: Final = (
    "{count} di antaranya diajukan: selesai, tetapi bukti atau pemeriksaannya belum lengkap"
)
NOT_PROVEN: Final = "diajukan"

GATE_NAMED: Final = "gerbang “{title}”"
QUOTED: Final = "“{title}”"
GATE_WAITS: Final = "baru lolos setelah {name} selesai dan terbukti"
GATE_REACHED: Final = "{name} lolos"
AFTER: Final = "setelah {reached}"
AFTER_LAG: Final = "{days} setelah {reached}"
BEFORE_LEAD: Final = "paling cepat {days} sebelum {reached}"
ALREADY_DONE: Final = "{name} sudah selesai {day}."
ALREADY_PASSED: Final = "{name} sudah lolos {day}."
ALREADY_BEGUN: Final = "{name} sudah mulai {day} dan diperkirakan selesai {finish}."
WAITS_FOR_NOTHING: Final = "{name} tidak menunggu kegiatan lain: dapat mulai {day}."
