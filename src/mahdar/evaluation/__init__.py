"""How well the coder does, measured against gold minutes."""
