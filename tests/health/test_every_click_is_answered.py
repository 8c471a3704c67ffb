"""Whatever a click sets off is answered with a sentence where the database is away (``ui/clicks.py``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.health.sources import modules

SCREEN = modules("planner/ui")
STREAMLITS_OWN = {"st.login", "st.logout"}
"""They leave for the identity provider and touch nothing of ours."""


def _set_off(tree: ast.AST) -> Iterator[ast.expr]:
    """What is given to a field or a button to be set off: the values of ``on_click=`` and the like."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for word in node.keywords:
                if (word.arg or "").startswith("on_") and not isinstance(word.value, ast.Constant):
                    yield from word.value.values if isinstance(word.value, ast.BoolOp) else [word.value]


def _answered(path: str, tree: ast.Module) -> set[str]:
    """Names in a module that stand for answered callbacks, its own and those it imports."""
    own = {
        function.name
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        and "clicks.answered" in map(ast.unparse, function.decorator_list)
    }
    passed_on = {
        argument.arg
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for argument in function.args.args + function.args.kwonlyargs
        if argument.arg.startswith("on_")
    }
    return own | passed_on | {f"{path}:{name}" for name in own}


ANSWERED = {path: _answered(path, tree) for path, tree in SCREEN.items()}
OWN = {name for names in ANSWERED.values() for name in names if ":" in name}
SET_OFF = [(path, one) for path, tree in SCREEN.items() for one in _set_off(tree)]


def _imported(path: str) -> Iterator[str]:
    """Answered callbacks of other modules, as this module calls them."""
    for node in ast.walk(SCREEN[path]):
        if isinstance(node, ast.ImportFrom) and node.module:
            folder = node.module.replace(".", "/")
            for alias in node.names:
                name = alias.asname or alias.name
                yield from (name for _ in range(f"{folder}.py:{alias.name}" in OWN))
                yield from (
                    f"{name}.{own.split(':')[1]}"
                    for own in OWN
                    if own.startswith(f"{folder}/{alias.name}.py:")
                )


def test_callbacks_are_found() -> None:
    assert len(SET_OFF) >= 60
    assert len(OWN) >= 50


def test_every_callback_tells_of_a_database_that_is_away() -> None:
    bare = [
        f"{path}:{one.lineno}: {ast.unparse(one)}"
        for path, one in SET_OFF
        if ast.unparse(one) not in ANSWERED[path] | set(_imported(path)) | STREAMLITS_OWN
        and not ast.unparse(one).startswith("clicks.answered(")
    ]
    assert bare == []


def test_a_bare_callback_would_be_found() -> None:
    tree = ast.parse("def _save() -> None: ...\nst.button('x', on_click=_save)")
    (one,) = _set_off(tree)
    assert ast.unparse(one) not in _answered("x.py", tree)
