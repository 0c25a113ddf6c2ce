"""Cases that lose memory on purpose, so that it can be seen whether the loss is explained."""
from bindbench import bound, case, main

sessions = {}


class Session:
    def __init__(self, number):
        self.number = number
        self.events = []


class Archive:
    def __init__(self):
        self.pages = []


@case("lifecycle", unit="sessions")
def kept_in_a_module():
    """Is a dict named that a module keeps?"""

    def run(n):
        for i in range(n):
            sessions[len(sessions)] = Session(i)

    return run


@case("lifecycle", unit="lists")
def kept_in_a_closure():
    """Is a list named that only a function of the case holds?"""
    history = []

    def run(n):
        for i in range(n):
            history.append([i])

    return run


@case("lifecycle", unit="pages")
def kept_in_an_attribute():
    """Is a list named that is an attribute of an object?"""
    archive = Archive()

    def run(n):
        for i in range(n):
            archive.pages.append(Session(i))

    return run


@case("lifecycle", unit="subscriptions", library="qtforge")
def kept_by_a_library():
    """Is a Java library's own collection named that keeps functions nobody unsubscribed?"""
    bus = bound("qtforge").communication.create_message_bus()

    def run(n):
        for i in range(n):
            bus.subscribe(f"topic {i % 50}", lambda message: message)

    return run


@case("lifecycle", unit="sessions")
def nothing_is_kept():
    """Is a case that lets go of everything left alone?"""
    return lambda n: [Session(i) for i in range(n)]


main()
