"""The code under test: how many stores one step takes, and how many fields one object has."""

STEPS = 20
FIELDS = 8
