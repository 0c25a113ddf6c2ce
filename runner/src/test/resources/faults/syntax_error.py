"""A suite that does not load: the parenthesis of line 4 stays open."""
from bindbench import main

broken = (1

main()
