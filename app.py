"""One entry point, two roles: the ASGI application for the server, the page for each visitor."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is not None:
    from planner.server import wait_until_all_loaded, wait_until_loaded

    wait_until_loaded()

    from planner.ui.main import run

    run(before_tables=wait_until_all_loaded)
else:
    from planner.server import options

    app = st.App(__file__, **options(preload=("planner.ui.main",)))
    if __name__ == "__main__":
        app.run()
