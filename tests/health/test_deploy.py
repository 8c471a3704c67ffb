"""The samples for serving an office name what the code reads, and each other."""

from __future__ import annotations

import ast
import re
from typing import get_args

from planner import launch
from tests.health.sources import ROOT, modules

DEPLOY = ROOT / "docs" / "deploy"
ENV = (DEPLOY / "mpp.env.example").read_text(encoding="utf-8")
UNIT = (DEPLOY / "mpp@.service").read_text(encoding="utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
DOCUMENTED = (ROOT / "docs" / "deploying.md").read_text(encoding="utf-8")
OPTIONS = (ROOT / "planner" / "server" / "options.py").read_text(encoding="utf-8")
VARIABLE = re.compile(r"(?:MPP|AWS)_[A-Z0-9_]+")
LINE = re.compile(r"^#?([A-Z][A-Z0-9_]+)=(.*)$", re.MULTILINE)


def read_by_the_code() -> set[str]:
    """Names of the variables that stand in the code as words of their own."""
    texts = (
        node.value
        for tree in modules("planner").values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if VARIABLE.fullmatch(text)}


def test_the_variables_of_the_code_are_found() -> None:
    assert {"MPP_DATABASE_URL", "MPP_EVIDENCE", "MPP_MODE", launch.DEMO_VARIABLE} <= read_by_the_code()


def test_the_sample_of_settings_names_every_variable_that_is_read_and_no_other() -> None:
    named = {name for name, _ in LINE.findall(ENV) if VARIABLE.fullmatch(name)}
    assert read_by_the_code() == named


def test_every_variable_of_ours_is_documented() -> None:
    ours = {name for name in read_by_the_code() if name.startswith("MPP_")}
    told = set(re.findall(r"`(MPP_[A-Z0-9_]+)`", DOCUMENTED))
    assert told == ours


def test_the_sample_names_no_setting_that_the_server_sets_itself() -> None:
    own = set(re.findall(r'set_option\("server\.(\w+)", upload_megabytes', OPTIONS))
    assert own == {"maxUploadSize"}
    assert "MAX_UPLOAD_SIZE" not in ENV


def test_the_documents_install_what_is_needed_besides_from_the_folder_of_the_program() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
    lines = {
        name: re.findall(r"^.*pip install .*\.\[.*$", text, re.MULTILINE) for name, text in texts.items()
    }
    line = '.venv/bin/uv pip install -c constraints.txt -e ".[{}]"'
    assert {name: found for name, found in lines.items() if found} == {
        "backup.md": [line.format("postgres")],
        "deploying.md": [line.format("postgres")],
        "evidence.md": [line.format("s3")],
    }
    assert [name for name, text in texts.items() if "planner[" in text] == []


def test_every_extra_of_the_project_is_told_with_what_needs_it() -> None:
    told = re.findall(r"^\| `(\w+)` \| `MPP_\w+", DOCUMENTED, re.MULTILINE)
    assert set(told) == set(get_args(launch.Extra))


def test_every_setting_of_the_sample_is_explained_above_it() -> None:
    blocks = [block for block in ENV.split("\n\n") if LINE.search(block)]
    assert len(blocks) > 8
    assert [block for block in blocks if not block.startswith("# ")] == []


def test_the_sample_of_settings_holds_no_secret() -> None:
    secret = {name: value for name, value in LINE.findall(ENV) if re.search("SECRET|ACCESS_KEY|TOKEN", name)}
    assert len(secret) == 5
    assert set(secret.values()) == {""}


def test_the_unit_starts_the_command_that_exists_on_this_machine_alone() -> None:
    command = re.search(r"^ExecStart=(.+)$", UNIT, re.MULTILINE)
    assert command
    assert "/mpp run --no-browser --no-demo --address 127.0.0.1 --port %i" in command[1]


def test_the_unit_may_write_nothing_but_its_own_folder_and_gain_no_right() -> None:
    told = dict(re.findall(r"^([A-Z]\w+)=(.*)$", UNIT, re.MULTILINE))
    assert {
        "User": "mpp",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "PrivateTmp": "yes",
        "CapabilityBoundingSet": "",
        "StateDirectory": "mpp",
        "EnvironmentFile": "/etc/mpp/mpp.env",
    }.items() <= told.items()
    assert "MPP_EVIDENCE=/var/lib/mpp/evidence" in ENV


def test_nginx_lets_in_one_megabyte_more_than_an_upload_may_have() -> None:
    limit = re.search(r"client_max_body_size (\d+)m;", NGINX)
    upload = re.search(r"^#MPP_UPLOAD_MB=(\d+)$", ENV, re.MULTILINE)
    assert limit
    assert upload
    assert int(limit[1]) == int(upload[1]) + 1


def test_nginx_and_the_unit_name_the_same_processes() -> None:
    ports = re.findall(r"server 127\.0\.0\.1:(\d+);", NGINX)
    assert len(ports) == 2
    assert f"systemctl enable --now {' '.join(f'mpp@{port}' for port in ports)}" in UNIT


def test_no_location_of_nginx_takes_the_headers_of_the_server_away() -> None:
    blocks = re.findall(r"location [^{]+\{([^}]*)\}", NGINX)
    assert len(blocks) == 5
    assert [block for block in blocks if "add_header" in block] == []
