"""Who may do what, written out by hand in the words of the office: the tests hold the rule against this."""

from __future__ import annotations

from typing import Final

RULES: Final = """
               see work review comment assign map offer plan settings members create accounts
staff          all all  -      all     all    all all   all  -        -       -      -
agency         own own  -      own     -      -   own   -    -        -       -      -
verifier       all -    all    all     all    -   -     -    -        -       -      -
leader         all -    -      -       -      -   -     -    -        -       -      -
admin          all all  -      all     all    all all   all  all      all     -      -
province       all -    -      -       -      -   -     -    -        -       -      -
ministry       all -    -      -       -      -   -     -    -        -       -      -
administrator  all -    -      -       -      -   -     -    all      all     all    all
"""
"""all: for every agency and for what is of none; own: for the person's own agency alone; -: not at all."""

HEAD, *LINES = [line.split() for line in RULES.strip().splitlines()]
RULE = {(line[0], action): far for line in LINES for action, far in zip(HEAD, line[1:], strict=True)}

MAY = {
    "all": {"own agency": True, "other agency": True, "no single agency": True},
    "own": {"own agency": True, "other agency": False, "no single agency": False},
    "-": {"own agency": False, "other agency": False, "no single agency": False},
}
