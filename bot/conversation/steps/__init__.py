"""The steps of a registration, a file each; a `Purpose` says which are asked, in which order."""
