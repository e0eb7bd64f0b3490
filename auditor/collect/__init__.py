"""Room 1: what the mandate allows is read, and becomes profiles, pages and failures."""
