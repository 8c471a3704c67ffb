"""What is wrong with the cells of a row, in sentences for who wrote the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.catalog.services_table.words import CATEGORY_NAMED, TITLE, Column, Meant, word_key
from planner.catalog.services_table.workbook import NO_RESULT
from planner.domain.cells import like_formula

BAD: Final = "Baris {line}, kolom {column}: {reason}"
BLANK: Final = "masih kosong; tulis {what}."
TOO_SHORT: Final = "“{value}” terlalu pendek; tulis paling sedikit 2 huruf."
TOO_LONG: Final = "terlalu panjang; tulis paling banyak {most} huruf."
FORMULA: Final = "“{value}” tampak seperti rumus atau galatnya; tulis hasilnya sebagai teks."
UNCOMPUTED: Final = "rumus tanpa hasil; buka dan simpan berkas itu di Excel lebih dulu, lalu unggah lagi."
UNKNOWN_WORD: Final = "“{value}” tidak dikenal; tulis {choices}."
CHOICES: Final[Mapping[Column, str]] = {
    "category": "{}, {}, {}, {}, {}, atau {}".format(*CATEGORY_NAMED.values()),
    "output": "produk selesai, konsultasi, atau informasi",
    "channel": "langsung, elektronik, mandiri, atau bergerak",
    "queue": "ya atau belum",
    "data": "ya atau belum",
}
LONGEST: Final[Mapping[Column, int]] = {"agency": 120, "name": 160, "duration": 80, "cost": 80}
SHORTEST: Final = 2
SHOWN: Final = 60


class Faults:
    """Faults of one row, as sentences."""

    def __init__(self, line: int, cells: Mapping[Column, str]) -> None:
        self._line, self._cells = line, cells
        self.told: list[str] = []
        for column, value in cells.items():
            if value == NO_RESULT:
                self.add(column, UNCOMPUTED)

    def add(self, column: Column, reason: str) -> None:
        self.told.append(BAD.format(line=self._line, column=TITLE[column], reason=reason))

    def value(self, column: Column) -> str:
        """What stands in a cell; "" where that was told to be no value at all."""
        value = self._cells.get(column, "")
        return "" if value == NO_RESULT else value

    def text(self, column: Column, what: str = "") -> None:
        """Hold a text against what it may be; ``what`` is asked for where it may not be empty."""
        value = self._cells.get(column, "")
        if value == NO_RESULT:
            return
        if like_formula(value):
            self.add(column, FORMULA.format(value=value[:SHOWN]))
        elif len(value) > LONGEST[column]:
            self.add(column, TOO_LONG.format(most=LONGEST[column]))
        elif what and not value:
            self.add(column, BLANK.format(what=what))
        elif what and len(value) < SHORTEST:
            self.add(column, TOO_SHORT.format(value=value))

    def meant(self, column: Column, words: Mapping[str, Meant]) -> Meant | None:
        """What a word stands for, among keyed ``words``; None where none is written or known."""
        value = self.value(column)
        if value and word_key(value) not in words:
            self.add(column, UNKNOWN_WORD.format(value=value[:SHOWN], choices=CHOICES[column]))
        return words.get(word_key(value))
