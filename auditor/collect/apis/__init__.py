"""Public APIs: what a network tells anybody of an account, one module a network."""
