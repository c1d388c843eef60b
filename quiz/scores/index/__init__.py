"""The score index: what looking back needs, derived from the score file and disposable.

A SQLite file beside the score file holds no text of a question and nothing that the score file
does not say: deleting it loses nothing. It grows by what was appended since, and is built anew
where the score file is another than the one it was drawn from.
"""
