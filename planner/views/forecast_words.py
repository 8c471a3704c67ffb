"""What the page Prakiraan and its figures say besides their sentences."""

from __future__ import annotations

from typing import Final

CURVE: Final = "Kapan buka, dengan kemungkinan berapa"
DRIVERS: Final = "Sebab yang memundurkan"
ACTIVITIES: Final = "Kegiatan yang menggerakkan tanggal"
WAITING: Final = "Menunggu lebih sedikit instansi"
OUTSIDE: Final = "Dibandingkan dengan daerah lain"
METHOD: Final = "Cara menghitung dan batas-batasnya"

WORKING: Final = "Menghitung apa yang menggerakkan tanggal: {share}"
EARLIER: Final = "Lihat prakiraan yang dibuat pada"
THEN: Final = "Prakiraan pada {day}: {told}"
EARLIER_HELP: Final = "Hari sebelum peluncuran; prakiraan memakai keadaan rencana pada hari itu."
NO_EARLIER: Final = "Pada {day} tidak ada prakiraan: rencana belum ada atau sudah dibuka. Pilih tanggal lain."
NO_DRIVERS: Final = (
    "Berkas pemicu risiko belum dapat dibaca: {count} hal perlu diperbaiki. Sementara itu prakiraan dihitung "
    "tanpa pemicu risiko, sehingga terlalu cepat dan terlalu yakin."
)
NO_REGIONS: Final = "Daftar daerah pembanding belum dapat dibaca."

AT_LATEST: Final = "paling lambat {day}: {share}"
THIS_DAY: Final = "tanggal itu tercapai dalam {share} percobaan"
LIKELY_50: Final = "kemungkinan 50% (P50): {day}"
LIKELY_80: Final = "kemungkinan 80% (P80): {day}"
P50: Final = "P50 {day}"
P80: Final = "P80 {day}"
WITHOUT: Final = "tanpa ini: P50 {p50} · P80 {p80}"
ADDS: Final = "{days} hari"
OPENED: Final = (
    "{regency} sudah dibuka {day}, jadi tidak ada lagi yang diprakirakan; "
    "di bawah ini prakiraan yang dapat dibuat sebelum itu."
)
MOST: Final = "Rata-rata paling banyak menambah hari: “{title}”, {days} hari; tanpa itu {gained}."
NO_ACTIVITY: Final = "Tidak ada kegiatan tersisa yang lamanya menggerakkan tanggal buka."
FEW_AGENCIES: Final = "Belum cukup instansi dalam rencana untuk menukar jumlah instansi dengan waktu."
FASTEST: Final = "Rencana ini lebih cepat daripada daerah mana pun yang tercatat; periksa lagi perkiraannya."
NO_DRIVER: Final = "Tidak ada pemicu risiko yang masih dapat mengubah tanggalnya."
SLIGHT_ONLY: Final = "Tidak ada pemicu risiko yang masih berarti bagi tanggalnya."
SLIGHT: Final = "Hampir tidak menggeser tanggal peluncuran: {names}."
OVER: Final = "Tidak lagi berpengaruh: {names}."
DECIDES: Final = "pada jalur kritis di {share} percobaan"
AGENCIES_AXIS: Final = "instansi yang ditunggu"
THIS_PLAN: Final = "rencana ini: {count}"
WAITS_FOR: Final = "{count} instansi: {which} {day}"
MONTHS_AXIS: Final = "bulan sampai buka"
PLAN_ROW: Final = "Rencana ini (P50)"
MONTHS: Final = "{months} bulan"
PLAN_RANGE: Final = "Rencana ini: P50 {p50} bulan, P10 {p10} sampai P90 {p90} bulan"

CURVE_ALT: Final = "Grafik peluang sudah buka menurut tanggal"
DRIVERS_ALT: Final = "Diagram batang hari yang ditambahkan tiap pemicu risiko"
ACTIVITIES_ALT: Final = "Diagram batang kaitan lama kegiatan dengan tanggal buka"
WAITING_ALT: Final = "Grafik tanggal buka menurut jumlah instansi yang ditunggu"
OUTSIDE_ALT: Final = "Diagram bulan yang diperlukan daerah lain dan rencana ini"

OUTSIDE_BIAS: Final = (
    "Hanya {count} daerah, dan bukan contoh acak: yang diberitakan biasanya yang diresmikan atau yang "
    "bermasalah. Hitungan awalnya pun tidak sama: komitmen, studi tiru, atau gagasan pertama."
)
METHOD_TEXT: Final = (
    "Rencana dijalankan {runs} kali di atas jaringan, kalender, tanggal status, dan catatan yang sama dengan "
    "halaman Jadwal. Lama setiap kegiatan yang belum selesai ditarik acak (beta-PERT) dari tiga "
    "perkiraannya; yang sudah selesai tetap. Sebab keterlambatan yang tercatat di daerah lain menimpa "
    "sebagian percobaan, dan di situ menimpa semua kegiatannya sekaligus. P50 dan P80 adalah tanggal yang "
    "tidak dilewati dalam 50% dan 80% percobaan. Benih acak {seed}: "
    "masukan yang sama selalu memberi jawaban yang sama."
)
LIMITS: Final = (
    "Sebagian besar lama kerja adalah perkiraan, bukan catatan.",
    "Daerah yang diberitakan bukan contoh acak; peluang pemicu cenderung terlalu rendah, "
    "akibatnya terlalu berat.",
    "Di belakang tiap pemicu hanya ada beberapa kasus, dan pemicu dianggap tidak saling memengaruhi.",
    "Pembatalan tidak punya tanggal, jadi tidak ada di dalam prakiraan.",
    "Jendela anggaran yang belum diisi di Pengaturan adalah asumsi: APBD murni 1 Februari sampai 15 "
    "Desember, APBD Perubahan 1 Oktober sampai 15 Desember.",
)
DRIVERS_USED: Final = "Pemicu risiko"
PROBABILITY: Final = "peluang {hit} dari {documented} daerah ({share})"
ADDED_DAYS: Final = "menambah {low}–{likely}–{high} hari"
TIMES: Final = "memperlama {low}–{likely}–{high} kali"
TOUCHES: Final = "mengenai tiap instansi dengan peluang {share}"
EFFECT: Final = {"documented": "pergeseran tercatat", "estimated": "pergeseran perkiraan"}
HISTORIC: Final = "dicatat sebagai sejarah, tidak dipakai dalam prakiraan"
CASES: Final = "Kasus"
SLIPS: Final = "Pergeseran yang tercatat"
SLIP: Final = "{region} {days} hari"
SOURCES: Final = "Sumber"
CASE_SOURCES: Final = "Sumber setiap kasus daerah tercatat dalam berkas data/benchmarks.yaml."
