"""Untrusted content read apart: by a child process with little memory, little time and no secrets."""
