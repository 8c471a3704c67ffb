"""Indonesian months, days and buttons for Plotly, which ships none that Streamlit loads.

Why written here: Plotly's own locale file says "Nopember" and "Agus"; offices write "November" and "Agu".
"""

from __future__ import annotations

from typing import Any, Final

PLOTLY_LOCALE: Final[dict[str, Any]] = {
    "dictionary": {
        "Reset axes": "Kembali ke tampilan awal",
        "Reset": "Kembali ke tampilan awal",
        "Autoscale": "Tampilkan semua",
        "Zoom in": "Perbesar",
        "Zoom out": "Perkecil",
        "Pan": "Geser",
        "Zoom": "Perbesar bagian",
        "Download plot as a PNG": "Unduh gambar (PNG)",
        "Download plot as a png": "Unduh gambar (PNG)",
        "Download plot": "Unduh gambar",
        "Taking snapshot - this may take a few seconds": "Gambar sedang dibuat",
        "Snapshot succeeded": "Gambar selesai dibuat",
        "Sorry, there was a problem downloading your snapshot!": "Gambar tidak dapat dibuat",
        "Double-click to zoom back out": "Klik dua kali untuk kembali",
        "Box Select": "Pilih kotak",
        "Lasso Select": "Pilih bebas",
    },
    "format": {
        "days": ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
        "shortDays": ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
        "months": [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ],
        "shortMonths": ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
        "date": "%d/%m/%Y",
        "decimal": ",",
        "thousands": ".",
    },
}

GANTT_CONFIG: Final[dict[str, Any]] = {
    "displaylogo": False,
    "responsive": True,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
    "toImageButtonOptions": {"filename": "jadwal-mpp", "scale": 2},
    "locale": "id",
    "locales": {"id": PLOTLY_LOCALE},
}
