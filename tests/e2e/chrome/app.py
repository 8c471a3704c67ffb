"""A page that uses every part of Streamlit whose own words we translate, on our server without our app."""

from __future__ import annotations

import time
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

TABLE = pd.DataFrame({"Butir": ["a", "b"], "Nilai": [1.0, 2.5]})


def _fields() -> None:
    st.text_input("Nama", help="Nama lengkap")
    st.text_area("Catatan")
    st.number_input("Jumlah", 0, 10, None)
    st.selectbox("Tahap", ["satu", "dua"], index=None)
    st.multiselect("Peran", ["Staf", "Sekda", "Bupati"], ["Staf"])
    st.file_uploader("Bukti", type=["pdf", "png"])
    st.date_input("Mulai", date(2026, 11, 22), format="DD/MM/YYYY")
    st.date_input(
        "Terbatas",
        date(2026, 11, 22),
        min_value=date(2026, 11, 1),
        max_value=date(2026, 11, 30),
        format="DD/MM/YYYY",
    )
    st.date_input("Rentang", (date(2026, 11, 1), date(2026, 11, 22)))
    st.time_input("Jam", "09:00")
    st.slider("Bobot", 0, 10)
    with st.form("formulir"):
        st.text_input("Dalam formulir")
        st.form_submit_button("Kirim")


def _results() -> None:
    st.dataframe(TABLE)
    st.data_editor(TABLE, num_rows="dynamic")
    st.plotly_chart(go.Figure(go.Bar(x=[1, 2], y=[3, 4])))
    st.progress(0.4)
    st.pagination(5)
    st.code("mpp run")
    st.toast("Tersimpan")
    if st.button("Lama"):
        time.sleep(3)


if get_script_run_ctx(suppress_warning=True) is not None:
    st.set_page_config(page_title="Contoh", page_icon="🏛️", layout="wide")
    st.navigation(
        {
            "Kerja": [st.Page(_fields, title="Isian", default=True)],
            "Berkas": [st.Page(_results, title="Hasil", url_path="hasil")],
        }
    ).run()
else:
    from planner.server import options

    app = st.App(__file__, **options(database_ok=lambda: True))
