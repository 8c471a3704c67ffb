"""Evidence files in a bucket of a server that speaks S3."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from planner.storage.files import problems
from planner.storage.files.interface import EvidenceFiles, is_hash, parts
from planner.storage.problems import StorageProblem

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Store

    from planner.storage.files.place import BucketPlace

CONNECT_SECONDS: Final = 5
ANSWER_SECONDS: Final = 60
_NO_BUCKET: Final = "NoSuchBucket"
_REFUSED: Final = re.compile(r"status code: 40[13]\b")
Found = TypeVar("Found")


class BucketFiles(EvidenceFiles):
    """Evidence files below one prefix of a bucket. Nothing is asked of the server before the first file.

    A file is written only where none stands under its name, so that two that write at once do no harm.
    Raises StorageProblem where the package that speaks S3 is not installed.
    """

    def __init__(self, place: BucketPlace) -> None:
        self._place = place
        self._store = _opened(place)

    def has(self, sha256: str) -> bool:
        """Whether there is a file under this hash, without reading it."""
        return self._asked(lambda: self._store.head(_key(sha256))) is not None

    def stored(self) -> Iterator[str]:
        """Hashes of all files there, in order. Raises StorageProblem."""
        pages = self._asked(lambda: list(self._store.list())) or []
        names = (about["path"].rpartition("/")[2] for page in pages for about in page)
        return iter(sorted(filter(is_hash, names)))

    def _keep(self, sha256: str, content: bytes) -> None:
        from obstore.exceptions import AlreadyExistsError

        key = _key(sha256)
        try:
            written = self._asked(lambda: self._store.put(key, content, mode="create"))
        except AlreadyExistsError:
            if self._bytes(sha256) == content:
                return
            written = self._asked(lambda: self._store.put(key, content))
        if written is None:
            raise problems.no_bucket(self._place.bucket)

    def _bytes(self, sha256: str) -> bytes | None:
        return self._asked(lambda: bytes(self._store.get(_key(sha256)).bytes()))

    def _asked(self, ask: Callable[[], Found]) -> Found | None:
        """What the server answers; None where there is no such file.

        Why the text of an error is looked into: a missing bucket and a missing file are one kind to the
        package. It is never shown, since it may hold what the server was asked with.
        """
        from obstore.exceptions import AlreadyExistsError, BaseError

        try:
            return ask()
        except AlreadyExistsError:
            raise
        except FileNotFoundError as error:
            if _NO_BUCKET in str(error):
                raise problems.no_bucket(self._place.bucket) from None
            return None
        except BaseError as error:
            raise self._told(error) from None

    def _told(self, error: Exception) -> StorageProblem:
        from obstore.exceptions import PermissionDeniedError, UnauthenticatedError

        bucket, text = self._place.bucket, str(error)
        refused = isinstance(error, PermissionDeniedError | UnauthenticatedError) or _REFUSED.search(text)
        if refused:
            return problems.refused(bucket)
        if _NO_BUCKET in text:
            return problems.no_bucket(bucket)
        return problems.unreachable(self._place.endpoint)


def _key(sha256: str) -> str:
    return "/".join(parts(sha256))


def _opened(place: BucketPlace) -> S3Store:
    try:
        from obstore.store import S3Store
    except ImportError:
        raise problems.no_package() from None
    config: S3Config = {
        "region": place.region,
        "access_key_id": place.key_id,
        "secret_access_key": place.secret,
    }
    if place.endpoint:
        config["endpoint"] = place.endpoint
    if place.token:
        config["session_token"] = place.token
    return S3Store(
        place.bucket,
        prefix=place.prefix or None,
        config=config,
        client_options={
            "allow_http": place.endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=CONNECT_SECONDS),
            "timeout": timedelta(seconds=ANSWER_SECONDS),
        },
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=ANSWER_SECONDS)},
    )
