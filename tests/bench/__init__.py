"""Benches: our figures beside a peer's or a floor's, measured in the same run.

`python -m tests.bench` measures and writes docs/benchmarks.md; nothing here asserts. Figures
of two machines are not to be compared, the ratios beside them are.
"""
