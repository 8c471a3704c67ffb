"""Set up if need be and open the planner with the demo plans: what `make run` does.

`python3 scripts/run.py` (Windows: `py scripts\\run.py`); further arguments, such as `--port 8600`, go to
`mpp run`.
"""

from __future__ import annotations

import os
import subprocess
import sys

from setup import WINDOWS, ensure, tool

if __name__ == "__main__":
    ensure()
    command = [str(tool("mpp")), "run", *sys.argv[1:]]
    if WINDOWS:
        raise SystemExit(subprocess.call(command))
    os.execv(command[0], command)
