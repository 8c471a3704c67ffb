"""What the comments on an item say."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Komentar"
NONE: Final = "Belum ada komentar."
WRITE: Final = "Tulis komentar"
WRITE_HELP: Final = (
    "Sebut seseorang dengan @nama-akun, atau pilih namanya di Sebut. "
    "Komentar itu lalu muncul di halaman Tugas saya miliknya."
)
MENTION: Final = "Sebut"
MENTION_WHOM: Final = "Pilih nama"
SEND: Final = "Kirim"
WITHDRAW: Final = "Tarik komentar"
WITHDRAWN: Final = "komentar ditarik"
UNSENT: Final = "Komentar di atas belum dikirim."
SENT: Final = "Komentar terkirim"
TAKEN_BACK: Final = "Komentar ditarik; catatannya tetap ada di Jejak"
HEAD: Final = "{who} · {when}"
AT: Final = "@{name}"
