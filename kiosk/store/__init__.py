"""The database: the only SQL in the project, and the only thread that writes."""
