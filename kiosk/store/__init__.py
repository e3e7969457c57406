"""The station's two SQLite files: facts.db for ever, roster.db at will."""
