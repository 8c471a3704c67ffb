"""What is wrong in a file that people wrote, said so that its author can put it right."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands, its kind, what to do about it.

    ``file`` is the path as its author knows it, ``line`` counts from 1, ``code`` is a stable English word
    for tests and tools, ``message`` and ``hint`` are Indonesian sentences for the author. Problems sort by
    file, then line. The hint is no part of what a problem is: two that differ only there are equal.
    """

    file: str
    line: int
    code: str
    message: str
    hint: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}: {self.code}: {self.message}{tail}"


MESSAGES: Final[dict[str, str]] = {
    # reading the file
    "missing-file": "{name} tidak ditemukan; periksa nama dan letaknya",
    "unreadable-file": "berkas tidak dapat dibaca; periksa hak akses dan apakah ini memang sebuah berkas",
    "too-large": "berkas lebih besar dari 1 MiB; bagi isinya ke beberapa berkas",
    "not-utf8": "ada huruf di baris ini yang bukan UTF-8; simpan ulang berkas dengan pengodean UTF-8",
    "empty-file": "berkas kosong; isi kunci yang wajib atau hapus berkasnya",
    "yaml-syntax": "susunan YAML tidak terbaca di sini: {advice}",
    "duplicate-key": "kunci '{key}' sudah ditulis di baris {first}; pertahankan salah satu saja",
    "anchor": "jangkar dan rujukan YAML ({name}) tidak dipakai di sini; tulis isinya langsung di tempatnya",
    "unsafe-tag": "tag YAML {tag} tidak diperbolehkan; hapus tag itu dan tulis nilainya saja",
    # keys and values
    "unknown-key": "kunci '{key}' tidak dikenal {place}; yang dikenal: {known}",
    "missing-key": "kunci '{key}' wajib ada {place}; tambahkan",
    "wrong-type": "'{key}' {place} harus berupa {expected}, bukan {found}",
    "bad-range": "'{key}' {place} bernilai {value}, padahal {limit}",
    "bad-format": "'{key}' {place} tidak sesuai bentuknya ({value}): {form}",
    "empty-list": "daftar '{key}' {place} tidak boleh kosong; isi paling sedikit satu",
    "unknown-value": "'{key}' {place} tidak mengenal nilai {value}; pilihannya: {choices}",
    "optimistic-over-likely": "optimistic {place} lebih lama dari likely; urutkan optimistic <= likely <= "
    "pessimistic",
    "likely-over-pessimistic": "likely {place} lebih lama dari pessimistic; urutkan optimistic <= likely <= "
    "pessimistic",
    "documented-without-source": "kind: documented {place} menuntut source; sebut sumbernya atau tulis "
    "kind: estimated",
    "item-or-gate": "isian {place} harus menunggu tepat satu hal; tulis item atau gate, salah satu saja",
    # what refers to what
    "duplicate-id": "{what} '{id}' sudah ada di {first}; pakai id lain atau hapus salah satunya",
    "unknown-item": "butir {id} tidak ada dalam daftar periksa ini; perbaiki id-nya atau tambahkan butirnya",
    "unknown-role": "peran '{id}' tidak ada di roles pada checklist.yaml; perbaiki atau tambahkan di sana",
    "unknown-gate": "gerbang '{id}' tidak ada di gates pada checklist.yaml; perbaiki atau tambahkan di sana",
    "unknown-instrument": "instrumen '{id}' tidak ada di instruments pada checklist.yaml; perbaiki atau "
    "tambahkan di sana",
    "unknown-source": "sumber '{id}' tidak ada di sources pada checklist.yaml; perbaiki atau tambahkan "
    "di sana",
    "unknown-region": "daerah '{id}' tidak ada di data/benchmarks.yaml; perbaiki atau tambahkan di sana",
    "unknown-stage": "tahap '{id}' tidak ada di stages pada checklist.yaml; perbaiki atau tambahkan di sana",
    "missing-stage-file": "tahap '{id}' belum punya berkas; buat {name} atau hapus tahap ini dari stages",
    "file-name": "nama berkas tidak cocok: {advice}",
    "unknown-launch": "butir peluncuran {id} tidak ada; isi launch dengan id butir peresmian",
    "article-not-attested": "pasal pada instrumen '{id}' belum terbukti (articles: false); hapus provision "
    "dan rujuk instrumennya saja",
    "agency-link": "{reason}; {advice}",
    "dependency-cycle": "butir saling menunggu tanpa ujung: {cycle}; hapus salah satu kaitan ('->' dibaca "
    "'menunggu')",
    "loose-end": "butir {id} tidak menuju peresmian; jadikan syarat sebuah gerbang, sebut di after butir "
    "berikutnya, atau, bila dikerjakan sesudah peresmian, tambahkan {launch} pada after",
    "gate-without-items": "gerbang '{id}' tidak menunggu satu butir pun; sebut gerbang ini di gates suatu "
    "butir atau hapus",
}
"""Every kind of problem a catalog file can have: the sentence for its author, by code."""


def problem(file: str, line: int, code: str, hint: str | None = None, **values: Any) -> Problem:
    """The problem of a known ``code`` with its sentence filled in from ``values``."""
    return Problem(file, line, code, " ".join(MESSAGES[code].format(**values).split()), hint)


def did_you_mean(word: object, known: list[str] | set[str] | tuple[str, ...]) -> str | None:
    """A hint with the nearest known word, one with swapped letters first; None where nothing is near."""
    near = get_close_matches(str(word), sorted(known), n=5, cutoff=0.6)
    letters = sorted(str(word))
    best = max(near, key=lambda candidate: sorted(candidate) == letters, default=None)
    return f"maksudnya '{best}'?" if best else None
