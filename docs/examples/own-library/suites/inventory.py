"""Parcels of the Java library `inventory`, and the same in plain Python. `inventory.lua` asks the same."""
from bindbench import bound, case, main

PLENTY = 2**50  # more pieces than any run packs


class Parcel:
    def __init__(self, article, pieces):
        self.article = article
        self.pieces = pieces


def full_warehouse():
    warehouse = bound("inventory").warehouses.open()
    warehouse.receive("bolts", PLENTY)
    return warehouse


@case("rate", unit="objects", allocates=16)
def own_parcel_creation():
    """How many parcels of the script's own can it make in a second, when it keeps the last 256?"""
    ring = [None] * 256

    def run(n):
        for i in range(n):
            ring[i & 255] = Parcel("bolts", 1 + i % 9)
        return ring[(n - 1) & 255].pieces

    return run


@case("rate", unit="objects", library="inventory", allocates=16)
def parcel_creation():
    """How many parcels can a script have packed in a second, when it keeps the last 256?"""
    warehouse = full_warehouse()
    ring = [None] * 256

    def run(n):
        for i in range(n):
            ring[i & 255] = warehouse.pack("bolts", 1 + i % 9)
        return ring[(n - 1) & 255].pieces()

    return run


@case("retained", unit="objects", library="inventory")
def memory_per_parcel():
    """How many bytes does a parcel keep while a script holds it, and are they given back?"""
    warehouse = full_warehouse()

    def run(n):
        kept = [None] * n
        for i in range(n):
            kept[i] = warehouse.pack("bolts", 1)
        return kept

    return {"run": run, "empty": lambda n: [None] * n}


main()
