"""Readers: pure functions that read what a person typed, in French first, in English too.

Each module reads one thing and offers ``read(text, …)``, which gives a ``Reading``. None raises.
The worst error is to record a wrong answer silently: in doubt they say ``Doubtful`` or ``Unclear``.
"""
