"""Every evidence file that a record names, those that no longer count too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def named_files(entries: Iterable[tuple[str, Mapping[str, object]]]) -> Iterator[Mapping[str, object]]:
    """What was known of each file when it was given: one for every entry that names a hash, in their order.

    ``entries`` are those of evidence, as written: the evidence id, and the fields that they set.

    Why not what stands in the end: an entry stays in the record when a later one sets the same fields anew,
    and so does the file that it names.
    """
    standing: dict[str, Mapping[str, object]] = {}
    for evidence, after in entries:
        standing[evidence] = {**standing.get(evidence, {}), **after}
        if "sha256" in after:
            yield standing[evidence]
