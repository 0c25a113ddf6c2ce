package org.bindbench.engine.graalpy;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.walk.ContainerWalk;
import org.bindbench.engine.walk.Contents;
import org.bindbench.engine.walk.Contents.Child;
import org.bindbench.engine.walk.HostObjects;
import org.bindbench.engine.walk.Spot;
import org.bindbench.model.leak.ContainerSize;
import org.graalvm.polyglot.Value;

/** The containers that a Python script can reach: Python's by Python, Java's from here. */
final class GraalPyContainers {
  private GraalPyContainers() {}

  /**
   * Every container, under the shortest name that leads to it.
   *
   * @param module {@code containers.py}
   * @param hooks the case's functions by name
   */
  static List<ContainerSize> reachable(Value module, Value hooks) {
    Value walked = module.invokeMember("walk", hooks, Contents.BREADTH);
    List<ContainerSize> found = new ArrayList<>();
    Value own = walked.getArrayElement(0);
    for (long i = 0; i < own.getArraySize(); i++) {
      Value each = own.getArrayElement(i);
      found.add(
          new ContainerSize(
              text(each, 0), text(each, 1), text(each, 2), each.getArrayElement(3).asLong()));
    }
    Value foreign = walked.getArrayElement(1);
    List<Child> roots = new ArrayList<>();
    for (long i = 0; i < foreign.getArraySize(); i++) {
      Value each = foreign.getArrayElement(i);
      Value object = each.getArrayElement(2);
      if (object.isHostObject())
        roots.add(new Child(new Spot(text(each, 0), text(each, 1)), object.asHostObject()));
    }
    found.addAll(new ContainerWalk(HostObjects::look).from(roots));
    return found;
  }

  private static String text(Value row, int column) {
    return row.getArrayElement(column).asString();
  }
}
