"""How many people still fit what is disclosed: a range, never one number (docs/crowd.md)."""
