"""An invented news wire: stories of one event each, told by several outlets in words of their own."""
