"""The rules of good questions: which of them a question, a bank or several banks break.

`engine.check_question` is for a form while one types, `check_bank` and `check_banks` for files,
`acceptable` for a question that is in no bank yet. None of them touches a file.
"""
