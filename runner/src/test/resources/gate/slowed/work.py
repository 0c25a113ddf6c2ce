"""The code under test: how many stores one step takes, and how many fields one object has."""

STEPS = 60
FIELDS = 32
