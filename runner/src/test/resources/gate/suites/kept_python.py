"""Two cases, of which one takes the size of its objects from a module that can be changed."""

from bindbench import case, main
from work import FIELDS


# Counted bytes, unlike clocked rates, are the same on a machine that is busy with something else.
def keeping(fields):
    def run(n):
        return [["held"] * fields for _ in range(n)]

    def empty(n):
        return [True for _ in range(n)]

    return {"run": run, "empty": empty}


@case("retained", unit="objects")
def changed():
    """How many bytes does an object keep, in the code under test?"""
    return keeping(FIELDS)


@case("retained", unit="objects")
def unchanged():
    """How many bytes does an object keep, in code of its own?"""
    return keeping(8)


main()
