"""Turns a scenario's words into the kernel's indices."""
