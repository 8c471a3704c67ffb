"""What the page Instansi says of where agencies stand: its sentence, the matrix and the panel of one."""

from __future__ import annotations

from typing import Final

MATRIX: Final = "Matriks"
SERVICES: Final = "Layanan"
WAVES: Final = "Gelombang"
COUNTERS: Final = "Gerai"
SECTION: Final = "Bagian"

NO_AGENCIES: Final = "Belum ada instansi yang ikut serta, jadi belum ada yang dapat diundang atau dipetakan."
NO_FIRST_WAVE: Final = "Belum ada instansi pada gelombang 1; {count} menyusul setelah buka."
WHERE: Final = "{total} instansi gelombang 1: {places}"
AT_STEP: Final = "{count} sampai {step}"
AT_LAST: Final = "{count} sudah {step}"
AT_NONE: Final = "{count} belum diundang"
ALL_AT_LAST: Final = "Semua {total} instansi gelombang 1 sudah {step}"
BEHIND: Final = "yang paling tertinggal {name}{waits}, {float}"
WAITS_FOR: Final = ", menunggu {step}"
OF_TARGET: Final = "{float} dari target"
TO_TARGET: Final = "{float} terhadap target"
TO_LAUNCH: Final = "{float} terhadap peluncuran"
MOST: Final = "langkah yang paling banyak ditunggu {step}, {count} dari {total} instansi"
