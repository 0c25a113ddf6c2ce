-- The code under test: how many stores one step takes, and how many fields one object has.
return { steps = 20, fields = 8 }
