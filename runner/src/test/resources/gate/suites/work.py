"""The code under test: how many stores one step takes."""

STEPS = 20
