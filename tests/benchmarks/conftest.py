"""Says on what machine the benchmarks ran, without which their figures mean little."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import pytest

MEMORY = Path("/proc/meminfo")
PROCESSOR = Path("/proc/cpuinfo")


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Cores, memory, processor, Python: the first lines of the report."""
    cores = os.cpu_count()
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return [f"machine: {cores} cores, {memory()}, {processor()}, {system}", f"load before: {load()}"]


def memory() -> str:
    """Memory of the machine, where the system tells it."""
    if not MEMORY.is_file():
        return "memory unknown"
    kibibytes = int(MEMORY.read_text(encoding="utf-8").split()[1])
    return f"{kibibytes / 1024 / 1024:.1f} GiB"


def processor() -> str:
    """Model of the processor, where the system tells it."""
    lines = PROCESSOR.read_text(encoding="utf-8").splitlines() if PROCESSOR.is_file() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "processor unknown"


def load() -> str:
    """How busy the machine was in the last minute, where the system tells it."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
