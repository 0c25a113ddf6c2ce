package org.bindbench.analysis.leak.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;

/**
 * Reduces a path of Java objects to what a script's author knows: the language's own kinds of
 * values, and classes of Java libraries with their fields. What lies inside an engine, the JDK or
 * this harness is left out.
 */
final class PathWords {
  private static final String PYTHON = "com.oracle.graal.python.builtins.objects.";

  /** What a language calls the objects of these classes. */
  private static final Map<String, String> NOUNS =
      Map.ofEntries(
          Map.entry("org.luaj.vm2.Globals", "globals"),
          Map.entry("org.luaj.vm2.LuaTable", "table"),
          Map.entry("org.luaj.vm2.LuaClosure", "function"),
          Map.entry("org.luaj.vm2.UpValue", "upvalue"),
          Map.entry("org.luaj.vm2.LuaThread", "coroutine"),
          Map.entry("org.luaj.vm2.LuaString", "string"),
          Map.entry("org.luaj.vm2.LuaInteger", "number"),
          Map.entry("org.luaj.vm2.LuaDouble", "number"),
          Map.entry("java.lang.String", "string"),
          Map.entry(PYTHON + "str.PString", "string"),
          Map.entry(PYTHON + "module.PythonModule", "module"),
          Map.entry(PYTHON + "list.PList", "list"),
          Map.entry(PYTHON + "dict.PDict", "dict"),
          Map.entry(PYTHON + "set.PSet", "set"),
          Map.entry(PYTHON + "tuple.PTuple", "tuple"),
          Map.entry(PYTHON + "deque.PDeque", "deque"),
          Map.entry(PYTHON + "object.PythonObject", "object"),
          Map.entry(PYTHON + "type.PythonClass", "class"),
          Map.entry(PYTHON + "function.PFunction", "function"),
          Map.entry(PYTHON + "method.PMethod", "bound method"),
          Map.entry(PYTHON + "cell.PCell", "variable of a closure"),
          Map.entry(PYTHON + "generator.PGenerator", "generator"),
          Map.entry("org.bindbench.engine.luaj.LuajCase", "hooks of the case"),
          Map.entry("org.bindbench.engine.graalpy.GraalPyCase", "hooks of the case"));

  /** Nobody who writes a script or a library knows what is in there. */
  private static final List<String> INSIDE =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.luaj.",
          "com.oracle.",
          "org.graalvm.",
          "org.bindbench.engine.",
          "org.bindbench.worker.",
          "org.bindbench.wire.");

  private static final String LAMBDA = "$$Lambda";

  /** LuaJC's class for a function of a script: no package, and upvalues in u0, u1 … */
  private static final Pattern COMPILED_UPVALUE = Pattern.compile("u\\d+");

  private PathWords() {}

  /** From the outermost holder to the object; the object's class where there are no words. */
  static List<String> of(ReferencePath path) {
    List<String> words = new ArrayList<>();
    for (int i = path.references().size() - 1; i >= 0; i--)
      holder(path.references().get(i)).ifPresent(words::add);
    object(path.type()).ifPresent(words::add);
    if (words.isEmpty()) words.add(path.type());
    return words;
  }

  private static Optional<String> holder(Reference reference) {
    String holder = reference.holder();
    if (reference.ofClass())
      return isInside(holder)
          ? Optional.empty()
          : Optional.of("static field " + member(holder, reference.field()));
    String noun = NOUNS.get(holder);
    if (noun != null) return Optional.of(noun);
    if (holder.endsWith("[]")) return Optional.empty();
    if (isCompiledLua(holder, reference.field())) return Optional.of(compiled(holder));
    if (isCollection(holder)) return Optional.of(simple(holder));
    return isInside(holder) ? Optional.empty() : Optional.of(member(holder, reference.field()));
  }

  private static boolean isCompiledLua(String holder, String field) {
    return !holder.contains(".") && COMPILED_UPVALUE.matcher(field).matches();
  }

  /** A public collection of the JDK; its nodes and views are nested classes. */
  private static boolean isCollection(String holder) {
    return holder.startsWith("java.util.") && !holder.contains("$");
  }

  private static boolean isInside(String type) {
    return INSIDE.stream().anyMatch(type::startsWith);
  }

  /** The object itself; empty for a part of what holds it that only an engine or the JDK knows. */
  private static Optional<String> object(String type) {
    String noun = NOUNS.get(type);
    if (noun != null) return Optional.of(noun);
    if (type.endsWith("[]") || isInside(type)) return Optional.empty();
    return Optional.of(type.contains(".") ? simple(type) : compiled(type));
  }

  private static String member(String type, String field) {
    return field.isEmpty() || type.endsWith(LAMBDA) ? simple(type) : simple(type) + "." + field;
  }

  /** The name without its package, nested classes with a dot. */
  private static String simple(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    return name.endsWith(LAMBDA)
        ? "lambda of " + name.substring(0, name.length() - LAMBDA.length())
        : name.replace('$', '.');
  }

  /**
   * What LuaJC named a function's class after: the variable that it was assigned to, a number where
   * there was none, and the file for the function of the whole file.
   */
  private static String compiled(String type) {
    int dollar = type.lastIndexOf('$');
    if (dollar < 0) return "function of the whole file";
    String last = type.substring(dollar + 1);
    return last.matches("\\d+") ? "function" : "function " + last;
  }
}
