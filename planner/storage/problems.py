"""What goes wrong with the place where work is kept, in sentences a person can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from planner.launch import to_install


class StorageProblem(Exception):  # noqa: N818  -- a problem told to a person, named as everywhere in the house
    """The database or an evidence file cannot be used; ``message`` is shown to the person as it is."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def bad_address(address: str) -> StorageProblem:
    """The address of the database cannot be understood."""
    return StorageProblem(
        f"Alamat basis data '{address}' tidak dapat dibaca. Periksa MPP_DATABASE_URL; "
        "contoh yang benar: sqlite:////srv/mpp/mpp.db"
    )


def in_memory(address: str) -> StorageProblem:
    """The address names a database that would vanish with the process."""
    return StorageProblem(
        f"Alamat basis data '{address}' tidak menunjuk berkas, sehingga pekerjaan tidak akan tersimpan. "
        "Tulis letak berkasnya pada MPP_DATABASE_URL, misalnya sqlite:////srv/mpp/mpp.db"
    )


def unsupported(address: str, database: str) -> StorageProblem:
    """The address names a database this program was not written for."""
    return StorageProblem(
        f"Basis data '{database}' pada alamat '{address}' tidak didukung; pakai SQLite atau PostgreSQL."
    )


def no_driver(address: str, driver: str) -> StorageProblem:
    """The program that speaks to this kind of database is not installed."""
    told = f"Penggerak basis data '{driver}' untuk '{address}' belum terpasang."
    return StorageProblem(f"{told} {to_install('postgres')}")


def no_folder(folder: str) -> StorageProblem:
    """A folder that is needed cannot be made or written."""
    return StorageProblem(
        f"Folder '{folder}' tidak dapat dibuat atau ditulisi. "
        "Beri izin tulis pada folder itu atau pilih folder lain."
    )


def cannot_open(where: str) -> StorageProblem:
    """The database cannot be opened or reached."""
    return StorageProblem(
        f"Basis data '{where}' tidak dapat dibuka. "
        "Periksa apakah letaknya benar, layanannya berjalan, dan izinnya ada."
    )


def read_only(where: str) -> StorageProblem:
    """The database can be read but not written."""
    return StorageProblem(
        f"Basis data '{where}' hanya dapat dibaca. Beri izin tulis pada berkas itu dan foldernya."
    )


def not_a_database(where: str) -> StorageProblem:
    """The file is something else, or damaged."""
    return StorageProblem(
        f"Berkas '{where}' bukan basis data SQLite atau sudah rusak. "
        "Pindahkan berkas itu, pulihkan dari cadangan, atau tunjuk berkas lain lewat MPP_DATABASE_URL."
    )


def busy(where: str) -> StorageProblem:
    """Another process holds the database for too long."""
    return StorageProblem(
        f"Basis data '{where}' sedang dipakai proses lain. Tunggu sebentar, lalu coba lagi."
    )


def full(where: str) -> StorageProblem:
    """No room is left where the database stands."""
    return StorageProblem(f"Penyimpanan tempat basis data '{where}' penuh. Kosongkan ruang, lalu coba lagi.")


def newer(where: str, version: str) -> StorageProblem:
    """The tables were made by a later version of this program."""
    return StorageProblem(
        f"Basis data '{where}' dibuat oleh versi aplikasi yang lebih baru (skema {version}). "
        "Perbarui aplikasi ini, lalu jalankan lagi."
    )


def unusable(where: str, detail: str) -> StorageProblem:
    """Any other refusal by the database, with its own words for whoever looks after it."""
    return StorageProblem(f"Basis data '{where}' tidak dapat dipakai: {detail}")


class BadTarget(StorageProblem):
    """The file that was named for a backup cannot be written, or not be read."""


def target_exists(file: str) -> BadTarget:
    """A backup never takes the place of another file."""
    return BadTarget(f"Berkas '{file}' sudah ada dan tidak ditimpa; pilih nama lain untuk cadangan ini.")


def cannot_write(file: str, detail: str) -> BadTarget:
    """The folder is missing, or no room or no permission."""
    return BadTarget(
        f"Cadangan '{file}' tidak dapat ditulis ({detail}). Periksa folder, izin, dan ruang penyimpanannya."
    )


def unreadable_record(plan: str) -> StorageProblem:
    """A record cannot be copied, since it was changed into something unreadable."""
    return StorageProblem(
        f"Catatan rencana '{plan}' tidak dapat dibaca, jadi tidak dapat dicadangkan. "
        "Jalankan 'mpp audit verify' untuk melihat catatan mana yang rusak."
    )


class BadBackup(StorageProblem):
    """The file is no backup, or not the one that was made; nothing was changed."""


def no_such_backup(file: str) -> BadTarget:
    """There is no file to restore from, or it cannot be opened."""
    return BadTarget(f"Berkas '{file}' tidak dapat dibaca; periksa nama dan letaknya. Tidak ada yang diubah.")


def no_backup(file: str) -> BadBackup:
    """The file is something else, or damaged."""
    return BadBackup(f"Berkas '{file}' bukan cadangan Perencana MPP atau sudah rusak. Tidak ada yang diubah.")


def damaged_backup(file: str, member: str) -> BadBackup:
    """A part of the backup is missing, or not what it was when the backup was made."""
    return BadBackup(
        f"Cadangan '{file}' rusak: bagian '{member}' hilang, bertambah, atau isinya berubah. "
        "Tidak ada yang diubah; pakai cadangan lain."
    )


def newer_backup(file: str) -> BadBackup:
    """The backup was made by a later version of this program."""
    return BadBackup(
        f"Cadangan '{file}' dibuat oleh versi aplikasi yang lebih baru. Perbarui aplikasi ini dahulu. "
        "Tidak ada yang diubah."
    )


def untrue_backup(file: str, plan: str, sentence: str) -> BadBackup:
    """The record in the backup is not as the app wrote it, though it was when the backup was made."""
    return BadBackup(
        f"Catatan rencana '{plan}' di cadangan '{file}' tidak utuh. {sentence} Tidak ada yang diubah."
    )


class NotEmpty(StorageProblem):
    """There is work where a backup should go, and nobody said to replace it."""


def not_empty(where: str, plans: int, accounts: int = 0) -> NotEmpty:
    """Restoring would replace what is there."""
    told = [f"{plans} rencana"] if plans or not accounts else []
    told += [f"{accounts} akun"] if accounts else []
    return NotEmpty(
        f"Basis data '{where}' sudah berisi {' dan '.join(told)}, jadi cadangan tidak dipulihkan ke sana. "
        "Tambahkan --replace bila isinya memang hendak diganti dengan isi cadangan."
    )


NO_SUCH_PLAN = "rencana ini belum ada"
PLAN_ID = "kode rencana hanya boleh berisi huruf kecil, angka dan tanda hubung, paling panjang 60 karakter"
NO_SUCH_SUBJECT = "data ini sudah tidak ada; muat ulang halaman"
UNREADABLE_TEXT = "teks mengandung karakter yang tidak dapat disimpan"


def written_date(day: date) -> str:
    """A day as offices write it: 31/12/2026."""
    return f"{day:%d/%m/%Y}"


def not_before(first: date) -> str:
    """The subject did not exist yet on the day the change is said to take effect."""
    return f"data ini baru ada sejak {written_date(first)}; pilih tanggal itu atau sesudahnya"


def as_of(day: date, sentence: str) -> str:
    """A fault that a change entered late brings about on a later day."""
    return f"pada {written_date(day)}: {sentence}"


_SENTENCES: Mapping[str, str] = {
    "missing": "wajib diisi",
    "extra_forbidden": "tidak dikenal",
    "string_too_short": "paling sedikit {min_length} karakter",
    "string_too_long": "paling banyak {max_length} karakter",
    "string_pattern_mismatch": "bentuknya tidak sesuai",
    "string_type": "harus berupa teks",
    "string_unicode": UNREADABLE_TEXT,
    "literal_error": "harus salah satu dari {expected}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than_equal": "paling besar {le}",
    "int_type": "harus berupa bilangan bulat",
    "int_parsing": "harus berupa bilangan bulat",
    "int_from_float": "harus berupa bilangan bulat",
    "bool_type": "harus ya atau tidak",
    "bool_parsing": "harus ya atau tidak",
    "spend_by_before_available_from": (
        "hari terakhir anggaran mendahului hari pertamanya; periksa kedua tanggal anggaran itu"
    ),
    "durations_out_of_order": (
        "lama kerja tidak berurutan; isi dari yang paling cepat, yang paling mungkin, sampai yang paling lama"
    ),
    "constraint_and_day_disagree": (
        "batas tanggal memerlukan tanggal, kecuali batas “selambat mungkin”, yang tidak memakai tanggal"
    ),
    "agency_and_role_disagree": "hanya peran instansi yang mewakili sebuah instansi, dan peran itu harus",
}


def sentences(error: ValidationError) -> Iterator[str]:
    """Each fault of a folded subject as ``field: sentence``; fields keep their names in code.

    A rule of the domain about several fields goes by the code that it was raised with.

    Why: the words for fields belong to the screen, which knows its own labels.
    """
    for fault in error.errors(include_url=False):
        field = ".".join(str(part) for part in fault["loc"])
        limits = fault.get("ctx", {})
        broken_rule = fault["type"] == "value_error"
        sentence = _sentence(str(limits["error"]) if broken_rule else fault["type"], limits)
        yield f"{field}: {sentence}" if field else sentence


def _sentence(kind: str, limits: Mapping[str, Any]) -> str:
    if kind.startswith(("date_", "datetime_")):
        return "harus berupa tanggal yang ada di kalender"
    return _SENTENCES.get(kind, "tidak sah").format_map(limits).replace(" or ", " atau ")
