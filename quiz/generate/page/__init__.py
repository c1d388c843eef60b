"""The article in an HTML page, what the page says of it, and what may stand in front of it."""
