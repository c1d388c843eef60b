"""Articles from the web: addresses, fetching, character sets, and feeds of them."""
