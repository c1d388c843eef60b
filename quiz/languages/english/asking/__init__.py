"""Statements turned into questions: a file a family."""
