"""What is wrong in a network file, as Indonesian sentences for its author."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from planner.domain.network import Link, Network, NetworkProblem


@dataclass(frozen=True)
class FileProblem:
    """One mistake: its kind, a sentence for the author, and the ids, names or dates concerned.

    ``code`` is a stable English word for programs.
    """

    code: str
    message: str
    ids: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The problem as it is printed."""
        return {"code": self.code, "message": self.message, "ids": list(self.ids)}


MESSAGES: Final[dict[str, str]] = {
    # reading the file
    "not_utf8": "Berkas ini bukan teks UTF-8; simpan ulang dengan pengodean UTF-8.",
    "bad_json": "Berkas ini bukan JSON yang sah: {reason}.",
    "duplicate_key": "Kunci '{key}' ditulis lebih dari sekali dalam satu objek; pertahankan salah satu saja.",
    "unknown_key": "Kunci '{key}' tidak dikenal pada {place}; yang dikenal: {known}.",
    "missing_key": "Kunci '{key}' wajib ada pada {place}.",
    "wrong_type": "{what} pada {place} harus berupa {expected}, bukan {found}.",
    "not_whole": "'{key}' pada {place} harus bilangan bulat hari, bukan {found}.",
    "bad_date": "'{key}' pada {place} bukan tanggal yang ada dalam kalender: {found}; tulis seperti "
    "2026-06-01.",
    "bad_work_day": "Hari kerja {found} pada {place} tidak ada; pilih 1 (Senin) sampai 7 (Minggu).",
    "unknown_type": "Jenis kaitan {found} pada {place} tidak dikenal; pilihannya: {choices}.",
    "unknown_constraint": "Jenis batasan {found} pada {place} tidak dikenal; pilihannya: {choices}.",
    "unknown_unit": "Satuan {found} pada {place} tidak dikenal; pilihannya: {choices}.",
    "milestone_with_duration": "Tonggak {place} tidak boleh berdurasi; hapus durasinya atau jadikan kegiatan "
    "biasa.",
    "finish_before_start": "'actual_finish' pada {place} ({finish}) mendahului 'actual_start' ({start}); "
    "perbaiki salah satunya.",
    # the network itself
    "empty": "Jaringan ini tidak berisi kegiatan satu pun.",
    "duplicate_id": "Id '{0}' dipakai oleh lebih dari satu kegiatan.",
    "unknown_id": "Kaitan menyebut kegiatan '{0}' yang tidak ada.",
    "unknown_calendar": "Kegiatan '{0}' memakai kalender '{1}' yang tidak ada.",
    "unknown_default_calendar": "Kalender bawaan '{0}' tidak ada dalam calendars.",
    "no_work_days": "Kalender '{0}' tidak punya hari kerja satu pun.",
    "negative_duration": "Durasi atau sisa pekerjaan kegiatan '{0}' negatif.",
    "constraint_without_date": "Batasan {1} pada kegiatan '{0}' memerlukan tanggal.",
    "cycle": "Kegiatan-kegiatan ini saling menunggu tanpa ujung: {chain}.",
    "beyond_calendar": "Jadwal yang dihitung dari {far} keluar dari kalender mana pun (tahun 1 sampai 9999).",
    # told beside the dates
    "out_of_sequence": "Kemajuan '{1}' mendahului kaitan {2} dari '{0}'; sisa pekerjaannya tetap mengikuti "
    "kaitan itu.",
    "after_status_date": "'{key}' pada kegiatan '{0}' ({1}) melewati status_date {status}; tanggal itu tetap "
    "dipakai.",
}
"""Every kind of problem a network file can have: the sentence for its author, by code."""


def file_problem(code: str, *ids: str, **values: Any) -> FileProblem:
    """The problem of a known ``code`` with its sentence filled in from ``ids`` and ``values``."""
    return FileProblem(code, MESSAGES[code].format(*ids, **values), ids)


def network_problems(found: Iterable[NetworkProblem]) -> tuple[FileProblem, ...]:
    """Why a network has no solution, in sentences.

    A default calendar without working days is told once, under the name it has in the file.
    """
    return tuple(
        file_problem(
            problem.code,
            *problem.ids,
            chain=" -> ".join((*problem.ids, *problem.ids[:1])),
            far=" pada kegiatan ".join([*problem.ids[-1:], *(f"'{name}'" for name in problem.ids[:-1])]),
        )
        for problem in found
        if problem.ids != ("",)
    )


def out_of_sequence(links: Iterable[Link]) -> tuple[FileProblem, ...]:
    """Links that the recorded progress contradicts, in sentences."""
    return tuple(file_problem("out_of_sequence", k.predecessor, k.successor, k.type) for k in links)


def after_status_date(network: Network) -> tuple[FileProblem, ...]:
    """Recorded dates that lie behind the day up to which work is recorded, in sentences."""
    status = network.status_date
    if status is None:
        return ()
    recorded = (
        (task.id, key, day)
        for task in network.tasks
        for key, day in (("actual_start", task.actual_start), ("actual_finish", task.actual_finish))
    )
    return tuple(
        file_problem("after_status_date", name, day.isoformat(), key=key, status=status.isoformat())
        for name, key, day in recorded
        if day is not None and day > status
    )
