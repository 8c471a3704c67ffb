"""Signing in with the provider of an organisation (OpenID Connect), set by variables of the environment.

Streamlit does the signing in (`st.login`); it reads its settings from secrets, which are given to it here so
that none of them stands in a file of the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planner.launch import CLIENT, CLIENT_SECRET, METADATA, PUBLIC_URL, SECRET_VARIABLE, check_provider

if TYPE_CHECKING:
    from streamlit.runtime.secrets import SecretsValue


def secrets(env: Mapping[str, str]) -> Mapping[str, SecretsValue]:
    """Streamlit's secrets for the provider that `env` names; raises NotStartedError."""
    check_provider(env)
    return {
        "auth": {
            "redirect_uri": f"{env[PUBLIC_URL].rstrip('/')}/oauth2callback",
            "cookie_secret": env[SECRET_VARIABLE],
            "client_id": env[CLIENT],
            "client_secret": env[CLIENT_SECRET],
            "server_metadata_url": env[METADATA],
            "client_kwargs": {"scope": "openid email profile", "prompt": "select_account"},
        }
    }
