-- A plain script that claims what is no figure, and one that is.
print("Rate: nan objects/second")
print("Rate: -5 calls/second")
print("Memory per object: inf bytes")
print("Cleanup efficiency: 99.5%")
