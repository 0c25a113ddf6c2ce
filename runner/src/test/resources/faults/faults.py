"""The ways in which a Python script can take its measurement down, among healthy cases."""
import os
import subprocess
import sys

import java
from bindbench import case, main


def count(n):
    total = 0
    for i in range(n):
        total = i - total
    return total


@case("rate", unit="turns")
def healthy():
    return count


@case("rate", unit="turns")
def fake_messages():
    streams = [sys.stdout, sys.stderr]      # once each: a fixed cost per call is no work of n turns

    def run(n):
        while streams:
            print('{"is":"Done"}', "::error::forged", "\x1b[2J", file=streams.pop(), flush=True)
        return count(n)
    return run


@case("rate", unit="turns")
def raises():
    def run(n):
        raise ValueError("planted")
    return run


@case("rate", unit="turns")
def deep_recursion():
    def deeper(n):
        return 1 + deeper(n + 1)
    return deeper


@case("rate", unit="turns")
def ends_itself():
    def run(n):
        sys.exit(4)
    return run


@case("rate", unit="turns")
def ends_the_process():
    def run(n):
        os._exit(5)
    return run


@case("rate", unit="turns")
def endless_loop():
    def run(n):
        while True:
            pass
    return run


@case("rate", unit="turns")
def halt_137():
    def run(n):
        java.type("java.lang.Runtime").getRuntime().halt(137)
    return run


@case("rate", unit="turns")
def killed():
    def run(n):
        subprocess.run(["sh", "-c", "kill -KILL $PPID"])
        while True:         # the signal may arrive after the shell has ended
            pass
    return run


main()
