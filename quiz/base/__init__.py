"""What every part may use: interface language, clean text, safe files, plain errors."""
