"""Results as tables, figures and words in Bahasa Indonesia; no Streamlit, no input or output."""
