"""From an article to a bank: reading, facts, drafts, ranking."""
