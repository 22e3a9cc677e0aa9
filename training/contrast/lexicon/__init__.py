"""Word lists of the contrast generator, written for it: no list is taken from a data set."""
