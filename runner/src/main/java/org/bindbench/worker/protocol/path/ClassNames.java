package org.bindbench.worker.protocol.path;

/** Names of classes, from the JVM's own form to that of Java code. */
final class ClassNames {
  private ClassNames() {}

  /**
   * {@code java.lang.Object[]} for {@code [Ljava.lang.Object;}; a lambda's class without its id.
   */
  static String readable(String name) {
    int dimensions = 0;
    while (dimensions < name.length() && name.charAt(dimensions) == '[') dimensions++;
    String element = name.substring(dimensions).replace('/', '.');
    if (dimensions > 0) element = ofElement(element);
    return withoutId(element) + "[]".repeat(dimensions);
  }

  private static String ofElement(String descriptor) {
    return switch (descriptor) {
      case "Z" -> "boolean";
      case "B" -> "byte";
      case "C" -> "char";
      case "S" -> "short";
      case "I" -> "int";
      case "J" -> "long";
      case "F" -> "float";
      case "D" -> "double";
      default ->
          descriptor.startsWith("L") && descriptor.endsWith(";")
              ? descriptor.substring(1, descriptor.length() - 1)
              : descriptor;
    };
  }

  /** A hidden class has an address behind its name, which differs from run to run. */
  private static String withoutId(String name) {
    return name.replaceFirst("(\\$\\$Lambda).*$", "$1").replaceFirst("[.+]0x[0-9a-f]+$", "");
  }
}
