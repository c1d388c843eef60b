"""The banks that newsquiz ships, with the sources that their evidence quotes."""
