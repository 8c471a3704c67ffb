"""The Streamlit screens: ask the workspace, shape, draw."""
