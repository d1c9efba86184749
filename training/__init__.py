"""How the weights that ship with papersearch are made, from sentences written for it."""
