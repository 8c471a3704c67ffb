"""The server's side of the screen: what is wrapped around Streamlit before anything reaches the network.

Who may come in and in which mode, limits of size, security headers, the page shell in Indonesian,
compression, a health address, and the routes that others add. The screen itself is `planner.ui`.
"""

from planner.server.options import Options, options
from planner.server.startup import wait_until_all_loaded, wait_until_loaded

__all__ = ["Options", "options", "wait_until_all_loaded", "wait_until_loaded"]
