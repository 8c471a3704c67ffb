"""Random numbers by name: every activity and every driver draws from a stream of its own.

The seed sets one PCG64 generator (its raw output is the same for ever and on every machine); a name sets the
place in its period of 2**128 where the stream of that name begins.

Why by name: adding an agency or leaving out a driver leaves all other draws as they were, so that two plans
differ by what was changed and not by chance (common random numbers).
"""

from __future__ import annotations

from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from planner.domain.forecast.pert import LEVELS

_PERIOD = 1 << 128
_PER_WORD = 4

Levels = npt.NDArray[np.uint16]


class Streams:
    """Uniform levels for ``runs`` runs, from one ``seed``.

    Raises:
        ValueError: the seed is negative, or there is no run.
    """

    def __init__(self, seed: int, runs: int) -> None:
        if runs < 1:
            raise ValueError("a forecast needs at least one run")
        self._source = np.random.PCG64(np.random.SeedSequence(seed))
        self._words = -(-runs // _PER_WORD)
        self._runs = runs
        self._at = 0

    def levels(self, name: str) -> Levels:
        """A level from 0 to ``LEVELS`` - 1 for each run, all equally likely."""
        return self.uniform(name) >> np.uint16(16 - LEVELS.bit_length() + 1)

    def uniform(self, name: str) -> Levels:
        """A number from 0 to 65535 for each run, all equally likely."""
        place = int.from_bytes(blake2b(name.encode(), digest_size=12).digest(), "big") << 32
        self._source.advance((place - self._at) % _PERIOD)
        self._at = place + self._words
        words = np.asarray(self._source.random_raw(self._words), dtype="<u8")
        return words.view("<u2")[: self._runs].astype(np.uint16, copy=False)
