"""Pictures and documents: what the files say of themselves, never what they show."""
