"""One profile searched among many: of made populations only; nobody's profile is looked up here."""
