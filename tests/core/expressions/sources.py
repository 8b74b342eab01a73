"""Any expression that can be written: sense isn't asked for, grammar is."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = """name stage b2b price costs visits churn launch seg segments channels nothing fit workshop nobody
    0 1 0.5 'x' 'size' none true"""
SIGNS = "+ - * / // % ~ == != < >= in and or"
FILTERS = """sum min max avg count first last join unique known sort sort('size') reverse map('name')
    where('name','x') selectattr('kind') rejectattr('kind','eq','sales') linking(seg) default(price) round
    round(-40) abs lower trim wordcount replace('a','bb') cells row(seg) column('price')"""
names = st.sampled_from(NAMES.split())
signs = st.sampled_from([*SIGNS.split(), "not in"])
filters = st.sampled_from(FILTERS.split())


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, signs, inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, filters).map(lambda two: f"({'|'.join(two)})"),
        st.tuples(inner, st.sampled_from([".name", ".size", ".segments"])).map("".join),
        inner.map(lambda one: f"({one} is defined)"),
        inner.map(lambda one: f"(not {one})"),
        st.tuples(inner, inner).map(lambda two: f"[{two[0]}, {two[1]}]"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} if {three[1]} else {three[2]})"),
    )


sources = st.recursive(names, _combined, max_leaves=12)
