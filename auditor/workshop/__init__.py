"""The trainer's room: fictional cases to play, papers for a session, figures of a group without names."""
