-- The code under test: how many stores one step takes.
return { steps = 20 }
