"""Words for accounts: why one is not made or changed, and what its log tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.accounts import (
    LONGEST_PASSWORD,
    OPERATOR,
    SHORTEST_PASSWORD,
    AccountEvent,
    AccountFault,
)

ACCOUNT_FAULT: Final[Mapping[AccountFault, str]] = {
    "not_allowed": "hanya pengelola sistem yang dapat mengurus akun.",
    "login_bad": (
        "nama masuk “{about}” tidak dapat dipakai; pakai 3 sampai 60 huruf kecil, angka, titik, tanda hubung "
        "atau garis bawah, diawali dan diakhiri huruf atau angka."
    ),
    "login_taken": "nama masuk “{about}” sudah dipakai akun lain; pilih yang lain.",
    "login_reserved": (
        "nama masuk “{about}” adalah nama sebuah peran dalam daftar periksa; pilih yang lain, "
        "misalnya dengan nama dinasnya."
    ),
    "name_needed": "isi nama jabatan atau kantornya, 2 sampai 120 huruf.",
    "email_bad": "alamat surel itu tidak lengkap; tulis seperti nama@kantor.go.id.",
    "email_taken": "alamat surel “{about}” sudah dipakai akun lain.",
    "province_needed": "pilih provinsi yang dilihatnya.",
    "province_unneeded": "hanya peran provinsi yang memakai provinsi; kosongkan.",
    "password_short": (
        f"kata sandi paling sedikit {SHORTEST_PASSWORD} huruf; beberapa kata sekaligus lebih mudah diingat."
    ),
    "password_long": f"kata sandi paling banyak {LONGEST_PASSWORD} huruf.",
    "password_is_login": "kata sandi tidak boleh sama dengan nama masuk.",
    "password_same": "kata sandi baru sama dengan yang lama; pilih yang lain.",
    "password_wrong": "kata sandi lama tidak cocok.",
    "locked": "akun “{about}” dikunci sementara karena beberapa kali salah kata sandi; coba lagi nanti.",
    "unknown_account": "akun “{about}” tidak ada; periksa daftar akun.",
    "last_administrator": (
        "ini pengelola sistem terakhir yang aktif; buat atau aktifkan pengelola sistem lain lebih dulu."
    ),
    "own_access": "akses sendiri tidak dapat dikurangi; mintalah kepada pengelola sistem lain.",
    "changed_since": "akun “{about}” diubah orang lain sesudah halaman ini dibuka.",
}
ACCOUNT_EVENT: Final[Mapping[AccountEvent, str]] = {
    "added": "akun dibuat",
    "changed": "akun diubah",
    "password": "kata sandi diberi baru",
    "own_password": "kata sandi diganti sendiri",
    "locked": "dikunci karena salah kata sandi",
    "unlocked": "kunci dibuka",
    "signed_in": "masuk",
    "signed_out": "keluar",
}
ACCOUNT_FIELD: Final[Mapping[str, str]] = {
    "name": "Nama jabatan atau kantor",
    "email": "Surel",
    "wide": "Peran di semua rencana",
    "province": "Provinsi",
    "active": "Aktif",
}
BY_MACHINE: Final[Mapping[str, str]] = {OPERATOR: "pengurus server (perintah mpp)"}
"""Names of those who write without an account."""
