"""Minutes for others to read: one file a format."""
