"""Plans the opening of a Mal Pelayanan Publik: law as data, readiness, schedule."""

__version__ = "0.1.0"
