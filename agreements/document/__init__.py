"""The agreement as a tree: read from clause text, numbered, turned into canonical text and fingerprinted."""
