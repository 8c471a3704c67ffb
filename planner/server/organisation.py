"""Signing in with the provider of an organisation (OpenID Connect), set by variables of the environment.

Streamlit does the signing in (`st.login`); it reads its settings from secrets, which are given to it here so
that none of them stands in a file of the project.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from planner.launch import NotStartedError
from planner.server.cookies import SECRET_VARIABLE

if TYPE_CHECKING:
    from streamlit.runtime.secrets import SecretsValue

METADATA: Final = "MPP_OIDC_METADATA_URL"
CLIENT: Final = "MPP_OIDC_CLIENT_ID"
CLIENT_SECRET: Final = "MPP_OIDC_CLIENT_SECRET"
PUBLIC_URL: Final = "MPP_PUBLIC_URL"
NEEDED: Final = (METADATA, CLIENT, CLIENT_SECRET, SECRET_VARIABLE, PUBLIC_URL)
SHORTEST_SECRET: Final = 32


def secrets(env: Mapping[str, str]) -> Mapping[str, SecretsValue]:
    """Streamlit's secrets for the provider that `env` names; raises NotStartedError."""
    missing = [name for name in NEEDED if not env.get(name)]
    if missing:
        raise NotStartedError(
            f"Mode organisasi memerlukan {', '.join(missing)}; isi dahulu, lalu jalankan lagi."
        )
    if len(env[SECRET_VARIABLE]) < SHORTEST_SECRET:
        raise NotStartedError(
            f"{SECRET_VARIABLE} terlalu pendek: isi dengan paling sedikit {SHORTEST_SECRET} huruf acak."
        )
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
