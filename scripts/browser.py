"""Find a Chromium or Chrome for the browser tests, or get one.

In this order: the path in the variable CHROMIUM, a browser already on the machine, Debian's package when the
user is root, the download that Playwright itself offers. Chromium without its window is taken first: the
same engine, for two thirds of the work.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
NAMES = (WINDOWLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "{PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe",
    "{PROGRAMFILES(X86)}\\Google\\Chrome\\Application\\chrome.exe",
    "{LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe",
    "{LOCALAPPDATA}\\Chromium\\Application\\chrome.exe",
)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as s; p = s().start(); "
    "print(p.chromium.executable_path); p.stop()"
)


def find(python: str = sys.executable) -> str | None:
    """The path of a browser that is there now, or None. `python` is one that may have Playwright."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in PLACES:
        filled = _fill(place)
        if filled and Path(filled).is_file():
            return filled
    return _downloaded(python)


def find_or_get(python: str) -> str | None:
    """The path of a browser, installed now if there was none; None where none can be had."""
    if os.environ.get("CHROMIUM"):
        return find(python)
    return find(python) or _from_debian(python) or _from_playwright(python)


def _fill(place: str) -> str | None:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        marker = "{" + variable + "}"
        if marker in place:
            value = os.environ.get(variable)
            return place.replace(marker, value) if value else None
    return place


def _downloaded(python: str) -> str | None:
    asked = subprocess.run([python, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False)
    path = asked.stdout.strip()
    return path if asked.returncode == 0 and path and Path(path).is_file() else None


def _from_debian(python: str) -> str | None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    print("» No browser found; installing Debian's chromium", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    for name in (WINDOWLESS, "chromium"):
        packages = [name, "fonts-liberation"]
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        if subprocess.call(install, env=quiet) == 0:
            break
    return find(python)


def _from_playwright(python: str) -> str | None:
    print("» No browser found; asking Playwright to download Chromium", flush=True)
    subprocess.call([python, "-m", "playwright", "install", "chromium"])
    return find(python)


if __name__ == "__main__":
    print(find() or "")
