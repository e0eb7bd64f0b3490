"""Profiles of people who do not exist, on networks that do not exist: see README.md beside this file."""
