"""The commands, one module each; importing them registers them with the app."""
