"""Two cases, of which one takes its steps from a module that can be slowed down."""

from bindbench import case, main
from work import STEPS


def stepping(steps):
    scratch = [0] * 8

    def run(n):
        total = 0
        for i in range(1, n + 1):
            total = (total + i) % 1000003
            for k in range(steps):
                scratch[k & 7] = total + k
        return total

    return run


@case("rate", unit="steps")
def slowed():
    """How many steps can a script take in a second, in the code under test?"""
    return stepping(STEPS)


@case("rate", unit="steps")
def unchanged():
    """How many steps can a script take in a second, in code of its own?"""
    scratch = [0] * 8

    def run(n):
        total = 0
        for i in range(1, n + 1):
            total = (total + i) % 1000003
            for k in range(20):
                scratch[k & 7] = total + k
        return total

    return run


main()
