"""Question banks: the models, reading, writing and finding them."""
