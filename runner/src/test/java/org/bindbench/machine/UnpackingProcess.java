package org.bindbench.machine;

import java.nio.file.Path;

/** A program of its own that unpacks a jar and prints where to; for tests of several at once. */
final class UnpackingProcess {
  private UnpackingProcess() {}

  public static void main(String[] arguments) {
    FakeComputer computer = new FakeComputer(Path.of(arguments[1]));
    computer.environment.put(Cache.VARIABLE, arguments[2]);
    Cache cache = Cache.open(computer.surroundings());
    System.out.print(Bundle.unpack(Path.of(arguments[0]), "1.0", cache).path());
  }
}
