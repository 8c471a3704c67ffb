"""A server that speaks S3, as a process of its own on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from obstore.store import S3Store

from tests.e2e.server import free_port

STARTS_WITHIN = 40.0
BUCKET = "bukti-mpp"
KEYS = {"AWS_ACCESS_KEY_ID": "kunci-uji", "AWS_SECRET_ACCESS_KEY": "rahasia-uji-sekali"}


@contextmanager
def running(log: Path, *, guarded: bool = False) -> Iterator[str]:
    """The address of a server that runs until the block ends; what it says goes into the file ``log``.

    A ``guarded`` one refuses keys that it does not know, and knows none.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **({"INITIAL_NO_AUTH_ACTION_COUNT": "0"} if guarded else {})},
        )
    try:
        _wait(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(15)


def make_bucket(url: str, bucket: str = BUCKET) -> None:
    """A new bucket."""
    urllib.request.urlopen(urllib.request.Request(f"{url}/{bucket}", method="PUT"), timeout=10).close()


def lay(url: str, path: str, content: bytes) -> None:
    """Bytes under a path of the bucket, behind the program's back."""
    store = S3Store(
        BUCKET,
        endpoint=url,
        access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
        secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        client_options={"allow_http": True},
    )
    store.put(path, content)


def settings(url: str, bucket: str = BUCKET, prefix: str = "kab/x") -> dict[str, str]:
    """The variables of an installation that keeps its evidence there."""
    return {"MPP_EVIDENCE": f"s3://{bucket}/{prefix}", "MPP_S3_ENDPOINT": url, **KEYS}


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the S3 server did not start")
