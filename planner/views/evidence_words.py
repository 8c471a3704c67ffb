"""What the screen says about files given as proof: how they are given, and looked at."""

from __future__ import annotations

from typing import Final

UPLOAD_HELP: Final = (
    "PDF, gambar, dokumen kantor tanpa makro, teks, atau ZIP; paling besar {limit} MB. "
    "Jenisnya dikenali dari isinya, bukan dari namanya."
)
AS_WHAT: Final = "Lampirkan sebagai"
ONE_MORE: Final = "berkas tambahan"
NEWER_THAN: Final = "versi baru dari {name}"
OLDER: Final = "Versi lama ({count})"
LOOK: Final = "Pratinjau"
PICTURE_OF: Final = "Pratinjau {name}, halaman {page} dari {pages}"
PAGE_NUMBER: Final = "Halaman"
PAGES: Final = "dari {pages} halaman"
NOT_SEEN: Final = "Pratinjau tidak tersedia. Unduh berkasnya untuk melihat isinya."
