"""Which expressions can hold markup that a person typed, as far as the syntax tells."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

SHOWN = frozenset(
    {
        *("markdown", "caption", "write", "info", "warning", "error", "success", "exception", "toast"),
        *("title", "header", "subheader", "badge", "expander", "popover", "metric", "status", "spinner"),
        *("button", "checkbox", "toggle", "link_button", "download_button", "page_link", "tabs"),
        *("text_input", "text_area", "number_input", "date_input", "selectbox", "multiselect", "radio"),
        *("pills", "segmented_control", "file_uploader", "form_submit_button", "menu_button"),
    }
)
"""Parts of Streamlit whose first words are read as Markdown."""

ESCAPES = frozenset({"plain", "linked", "plain_part", "link", "escape"})
"""Functions that make text safe; tests/views prove it of them."""

BADGES = frozenset({"attestation_badge", "basis_badge"})
"""Functions that draw only our own words, as a badge."""

FIGURES = frozenset({"len", "sum", "min", "max", "abs", "round", "int", "list", "sorted"})

KEEPING = frozenset({"format", "join", "capitalize", "strip", "rstrip", "get"})
"""Methods of a text that add nothing but what they are given."""


@dataclass(frozen=True)
class Shown:
    """A call that shows text, and the expression shown."""

    line: int
    part: str
    what: ast.expr


@dataclass
class Module:
    """What one file shows, and what its names stand for."""

    tree: ast.Module
    _functions: dict[str, ast.FunctionDef] = field(init=False)

    def __post_init__(self) -> None:
        self._functions = {
            node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)
        }

    def doubtful(self) -> Iterator[Shown]:
        """What is shown and cannot be seen to be free of typed markup."""
        for scope in (self.tree, *self._functions.values()):
            for node in _own_nodes(scope):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield from self._of_call(node, node.func.attr, scope)

    def _of_call(self, call: ast.Call, part: str, scope: ast.AST) -> Iterator[Shown]:
        shown = [*call.args[:1]] if part in SHOWN and _is_streamlit(call.func) else []
        if shown or _is_streamlit(call.func):
            shown += [word.value for word in call.keywords if word.arg in ("help", "label")]
        for what in shown:
            if not self.safe(what, scope, frozenset()):
                yield Shown(call.lineno, part, what)

    def safe(self, node: ast.expr, scope: ast.AST, seen: frozenset[str]) -> bool:
        """Whether an expression holds only our own words, figures, and what was escaped."""
        match node:
            case ast.Constant() | ast.Compare():
                return True
            case ast.JoinedStr(values=values):
                filled = [part.value for part in values if isinstance(part, ast.FormattedValue)]
                return all(self.safe(one, scope, seen) for one in filled)
            case ast.BinOp(left=left, right=right):
                return self.safe(left, scope, seen) and self.safe(right, scope, seen)
            case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
                return all(self.safe(value, scope, seen) for value in values)
            case ast.IfExp(body=body, orelse=other):
                return self.safe(body, scope, seen) and self.safe(other, scope, seen)
            case ast.Starred(value=inner):
                return self.safe(inner, scope, seen)
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
                return self.safe(element, scope, seen)
            case ast.Attribute(attr=name):
                return name.isupper()
            case ast.Subscript(value=table):
                return isinstance(table, ast.Attribute) and table.attr.isupper()
            case ast.Call():
                return self._safe_call(node, scope, seen)
            case ast.Name(id=name):
                return name.isupper() or self._safe_name(name, scope, seen)
        return False

    def _safe_call(self, call: ast.Call, scope: ast.AST, seen: frozenset[str]) -> bool:
        given = [*call.args, *(word.value for word in call.keywords)]
        match call.func:
            case ast.Name(id=name) if name in ESCAPES | BADGES:
                return True
            case ast.Name(id=name) if name in FIGURES:
                return name not in ("list", "sorted") or self.safe(given[0], scope, seen)
            case ast.Name(id=name) if name in self._functions and name not in seen:
                return self._safe_function(self._functions[name], seen | {name})
            case ast.Attribute(value=ast.Name(id="formats")):
                return True
            case ast.Attribute(value=text, attr=name) if name in KEEPING:
                return self.safe(text, scope, seen) and all(self.safe(one, scope, seen) for one in given)
        return False

    def _safe_function(self, function: ast.FunctionDef, seen: frozenset[str]) -> bool:
        returned = [node.value for node in _own_nodes(function) if isinstance(node, ast.Return)]
        return bool(returned) and all(v is None or self.safe(v, function, seen) for v in returned)

    def _safe_name(self, name: str, scope: ast.AST, seen: frozenset[str]) -> bool:
        given = list(_assigned(name, scope))
        marked = seen | {f"={name}"}
        if f"={name}" in seen:
            return True
        return bool(given) and all(value is not None and self.safe(value, scope, marked) for value in given)


def _is_streamlit(called: ast.expr) -> bool:
    """Whether a part of Streamlit is called: of `st`, or of a column, tab or box of it."""
    places = ast.Name | ast.Attribute | ast.Subscript
    return isinstance(called, ast.Attribute) and isinstance(called.value, places)


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """All nodes of a function or module, without those of the functions in it."""
    todo: list[ast.AST] = list(ast.iter_child_nodes(scope))
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, ast.FunctionDef):
            todo.extend(ast.iter_child_nodes(node))


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr | None]:
    """What a name is given in a scope; None for what cannot be followed (loops, parameters)."""
    for node in _own_nodes(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    if isinstance(target, ast.Name) and target.id == name:
                        yield value
                    elif any(isinstance(t, ast.Name) and t.id == name for t in ast.walk(target)):
                        yield None
            case ast.AnnAssign(target=ast.Name(id=found), value=value) if found == name:
                yield value
            case ast.AugAssign(target=ast.Name(id=found), value=value) if found == name:
                yield value
            case ast.NamedExpr(target=ast.Name(id=found), value=value) if found == name:
                yield value
            case ast.For(target=target, iter=things) | ast.comprehension(target=target, iter=things):
                yield from _of_each(name, target, things)


def _of_each(name: str, target: ast.expr, things: ast.expr) -> Iterator[ast.expr | None]:
    """What a name is given on each turn of a loop: the thing itself, or its place in tables written out."""
    match target, things:
        case ast.Name(id=found), _ if found == name:
            yield things
        case ast.Tuple(elts=names), ast.Tuple(elts=rows):
            for place, found in enumerate(names):
                if isinstance(found, ast.Name) and found.id == name:
                    yield from (row.elts[place] if isinstance(row, ast.Tuple) else None for row in rows)
        case _ if any(isinstance(t, ast.Name) and t.id == name for t in ast.walk(target)):
            yield None
