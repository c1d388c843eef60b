"""The rules of a round, pure: no screen, no clock and no file of their own."""
