"""How many steps of a dialogue Binôme takes a second, beside bots that others would write."""
