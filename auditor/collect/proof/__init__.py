"""Proof of control: what shows that the subject controls an address. Never who somebody is."""
