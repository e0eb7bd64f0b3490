"""The vault of a case: an encrypted database, the key that opens it, and the trail of what was done to it."""
