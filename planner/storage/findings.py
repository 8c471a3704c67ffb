"""What an audit of the record finds, in sentences a person can act on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Fault = Literal["missing", "unreadable", "seal", "order", "end", "present", "plan", "witness"]
KINDS: Mapping[str, str] = {
    "plan": "pengaturan",
    "agency": "instansi",
    "activity": "kegiatan",
    "evidence": "bukti",
    "planning": "perencanaan kegiatan",
    "baseline": "acuan",
    "service": "layanan",
    "floor": "lantai",
    "seat": "tempat di gerai",
    "member": "anggota",
    "assignment": "penugasan",
    "comment": "komentar",
}
_BEHIND_THE_APP = "di luar aplikasi"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a plan's record; ``first`` and ``last`` number the entries it is about."""

    fault: Fault
    message: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Audited:
    """A plan's record as the database holds it: how many entries, the seal of the last, what is wrong."""

    plan: str
    entries: int
    seal: str
    findings: tuple[Finding, ...]


def missing(first: int, last: int) -> Finding:
    """Numbers are left out between two entries."""
    return Finding("missing", f"{_entries(first, last)} tidak ada: dihapus {_BEHIND_THE_APP}.", first, last)


def unreadable(place: int, number: object) -> Finding:
    """A row holds what no entry can hold; ``place`` is where it stands, counted from 1."""
    told = f"Catatan nomor {number} tidak dapat dibaca: isinya diubah {_BEHIND_THE_APP}."
    return Finding("unreadable", told, place, place)


def broken_seal(first: int, last: int) -> Finding:
    """Entries whose seal does not fit their content and the entry before them."""
    told = (
        f"{_entries(first, last)} tidak cocok dengan segelnya: isinya atau catatan tepat sebelumnya "
        f"diubah, ditukar, disisipkan, atau dihapus {_BEHIND_THE_APP}."
    )
    return Finding("seal", told, first, last)


def out_of_order(number: int, kind: str, subject: str) -> Finding:
    """The changes of one subject are not counted 1, 2, 3 in the order of the record."""
    told = f"Catatan nomor {number} tidak urut dengan catatan {_about(kind, subject)} sebelumnya."
    return Finding("order", told, number, number)


def wrong_end(told_last: int, last: int) -> Finding:
    """The plan says that its record ends elsewhere, or with another entry of that number."""
    if told_last == last:
        told = (
            f"Catatan terakhir (nomor {last}) bukan catatan yang ditulis aplikasi: diganti {_BEHIND_THE_APP}."
        )
    else:
        told = (
            f"Catatan seharusnya berakhir pada nomor {told_last}, tetapi yang ada sampai nomor {last}: "
            f"dihapus atau ditambah {_BEHIND_THE_APP}."
        )
    return Finding("end", told, last, last)


def wrong_present(kind: str, subject: str) -> Finding:
    """What stands of a subject is not what its entries tell."""
    told = f"Keadaan {_about(kind, subject)} sekarang berbeda dari catatannya: diubah {_BEHIND_THE_APP}."
    return Finding("present", told)


def unreadable_present() -> Finding:
    """What stands cannot be read at all."""
    return Finding("present", f"Keadaan sekarang tidak dapat dibaca: isinya diubah {_BEHIND_THE_APP}.")


def unknown_plan() -> Finding:
    """There are entries of a plan that is not listed."""
    return Finding("plan", f"Rencana ini tidak terdaftar, padahal catatannya ada: dihapus {_BEHIND_THE_APP}.")


def not_as_witnessed(first: int, last: int) -> Finding:
    """An earlier copy of the record holds other entries under these numbers."""
    told = f"{_entries(first, last)} berbeda dari salinan saksi, atau sudah tidak ada."
    return Finding("witness", told, first, last)


def _entries(first: int, last: int) -> str:
    return f"Catatan nomor {first}" if first == last else f"Catatan nomor {first} sampai {last}"


def _about(kind: str, subject: str) -> str:
    return f"{KINDS.get(kind, kind)} '{subject}'"
