"""Everything that yields articles. `reading.read` takes paths; what is wrong with them comes out as `Problem`s."""
