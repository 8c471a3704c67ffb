"""The server's side of the screen: what is wrapped around Streamlit before anything reaches the network.

Security headers, the page shell in Indonesian, compression, a health address, and the routes that others add
(evidence files). The screen itself is `planner.ui`.
"""

from planner.server.options import HEAVY, Options, options

__all__ = ["HEAVY", "Options", "options"]
