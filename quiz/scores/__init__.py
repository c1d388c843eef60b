"""The score file: saving rounds safely and reading them back."""
