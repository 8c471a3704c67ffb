"""Where evidence files are kept, as the settings of an installation say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from planner.storage.files import problems
from planner.storage.files.bucket import BucketFiles
from planner.storage.files.folder import FolderFiles
from planner.storage.files.interface import EvidenceFiles

WHERE: Final = "MPP_EVIDENCE"
ENDPOINT: Final = "MPP_S3_ENDPOINT"
REGION: Final = "MPP_S3_REGION"
KEY_ID: Final = "AWS_ACCESS_KEY_ID"
SECRET: Final = "AWS_SECRET_ACCESS_KEY"
TOKEN: Final = "AWS_SESSION_TOKEN"
FIRST_REGION: Final = "us-east-1"
_BUCKET: Final = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9._/-]*))?")


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder of this machine."""

    folder: Path


@dataclass(frozen=True, slots=True)
class BucketPlace:
    """A bucket, the folder in it, and how to reach it. ``endpoint`` is empty for the cloud that S3 is from.

    Why secrets are left out of its text: it may be logged.
    """

    bucket: str
    prefix: str
    endpoint: str
    region: str
    key_id: str = field(repr=False)
    secret: str = field(repr=False)
    token: str = field(repr=False)


def evidence_place(env: Mapping[str, str], root: Path) -> FolderPlace | BucketPlace:
    """The place that ``MPP_EVIDENCE`` names: a folder, or ``s3://bucket/prefix``; default: below ``root``.

    A bucket is reached at ``MPP_S3_ENDPOINT`` in ``MPP_S3_REGION`` with the keys that programs of this kind
    commonly read. Raises StorageProblem, which never holds a key.
    """
    where = env.get(WHERE) or ""
    if not where.startswith("s3://"):
        return FolderPlace(Path(where) if where else root / "data" / "local" / "evidence")
    found = _BUCKET.fullmatch(where)
    if found is None or ".." in where:
        raise problems.bad_bucket(where)
    endpoint = env.get(ENDPOINT) or ""
    if endpoint and not _is_address(endpoint):
        raise problems.bad_endpoint(ENDPOINT)
    key_id, secret = env.get(KEY_ID) or "", env.get(SECRET) or ""
    if not (key_id and secret):
        raise problems.no_keys(KEY_ID, SECRET)
    return BucketPlace(
        bucket=found[1],
        prefix=(found[2] or "").strip("/"),
        endpoint=endpoint.rstrip("/"),
        region=env.get(REGION) or FIRST_REGION,
        key_id=key_id,
        secret=secret,
        token=env.get(TOKEN) or "",
    )


def evidence_files(place: FolderPlace | BucketPlace) -> EvidenceFiles:
    """The files of a place. Raises StorageProblem where the package for a bucket is not installed."""
    return FolderFiles(place.folder) if isinstance(place, FolderPlace) else BucketFiles(place)


def _is_address(text: str) -> bool:
    """Whether a text is ``http(s)://host[:port]`` without a name and password in it."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        return known and (parts.port is None or parts.port > 0) and text.isascii() and " " not in text
    except ValueError:
        return False
