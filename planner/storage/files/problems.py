"""What goes wrong with evidence files, in sentences a person can act on; none holds a key."""

from __future__ import annotations

from planner.launch import to_install
from planner.storage.problems import StorageProblem


class DamagedEvidence(StorageProblem):
    """The bytes of an evidence file are no longer those that were attached."""


def damaged(sha256: str) -> DamagedEvidence:
    """The bytes under a hash have another one, or cannot be read."""
    return DamagedEvidence(
        f"Berkas bukti {sha256[:12]}… rusak atau telah diubah di luar aplikasi. Pulihkan dari cadangan."
    )


def bad_bucket(where: str) -> StorageProblem:
    """The address of the bucket cannot be understood."""
    return StorageProblem(
        f"Tempat bukti '{where}' tidak dapat dibaca. Periksa MPP_EVIDENCE; "
        "contoh yang benar: s3://bukti-mpp/kabupaten"
    )


def bad_endpoint(setting: str) -> StorageProblem:
    """The address of the server cannot be understood; it may hold a password, so it is not told."""
    return StorageProblem(
        f"Alamat layanan S3 pada {setting} tidak dapat dibaca; contoh yang benar: https://s3.contoh.go.id"
    )


def no_keys(key_id: str, secret: str) -> StorageProblem:
    """There is nothing to sign in with."""
    return StorageProblem(f"Kunci masuk layanan S3 belum lengkap. Isi {key_id} dan {secret}, lalu coba lagi.")


def no_package() -> StorageProblem:
    """The program that speaks S3 is not installed."""
    return StorageProblem(
        f"Bukti disimpan di layanan S3, tetapi paket 'obstore' belum terpasang. {to_install('s3')}"
    )


def no_bucket(bucket: str) -> StorageProblem:
    """The server knows no bucket of this name."""
    return StorageProblem(
        f"Wadah bukti '{bucket}' tidak ada pada layanan S3. Buat wadah itu atau betulkan MPP_EVIDENCE."
    )


def refused(bucket: str) -> StorageProblem:
    """The server does not accept the keys, or not for this bucket."""
    return StorageProblem(
        f"Layanan S3 menolak masuk ke wadah bukti '{bucket}'. Periksa kunci masuk, wilayah, dan izinnya."
    )


def unreachable(endpoint: str) -> StorageProblem:
    """The server does not answer, or not as one that speaks S3."""
    where = f" di '{endpoint}'" if endpoint else ""
    return StorageProblem(
        f"Layanan S3 tempat bukti{where} tidak dapat dihubungi. Periksa jaringan dan MPP_S3_ENDPOINT, "
        "lalu coba lagi."
    )
