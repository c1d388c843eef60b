"""The Textual front end: the app, a file a screen, shared widgets."""
