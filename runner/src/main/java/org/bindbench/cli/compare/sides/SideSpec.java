package org.bindbench.cli.compare.sides;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindbench.model.BindingStyle;

/**
 * What the user named for one side; all else is as on the other.
 *
 * @param suites files or folders; none for the bundled suites
 * @param classpath of the bound library
 * @param jvm home or feature version
 * @param gc the collector
 * @param jvmArgs more options of the workers' JVM, one each
 */
public record SideSpec(
    List<Path> suites,
    Optional<String> classpath,
    Optional<String> engine,
    Optional<BindingStyle> style,
    Optional<String> jvm,
    Optional<String> gc,
    List<String> jvmArgs) {
  public SideSpec {
    suites = List.copyOf(suites);
    jvmArgs = List.copyOf(jvmArgs);
  }

  /** Everything that is named, as {@code engine luaj}. */
  List<String> named() {
    return named(jvm.orElse(""));
  }

  /**
   * The same with the JVM as it was found.
   *
   * @param title its name and full version
   */
  List<String> named(String title) {
    List<String> named = new ArrayList<>();
    suites.forEach(path -> named.add("suites " + path));
    classpath.ifPresent(path -> named.add("class path " + path));
    engine.ifPresent(id -> named.add("engine " + id));
    style.ifPresent(each -> named.add("binding style " + each.title()));
    jvm.ifPresent(any -> named.add("JVM " + title));
    gc.ifPresent(each -> named.add("collector " + each));
    if (!jvmArgs.isEmpty()) named.add("JVM options " + String.join(" ", jvmArgs));
    return named;
  }

  /** In what this side differs from another. */
  Set<Aspect> differences(SideSpec other) {
    Set<Aspect> differences = EnumSet.noneOf(Aspect.class);
    if (!suites.equals(other.suites)) differences.add(Aspect.SUITES);
    if (!classpath.equals(other.classpath)) differences.add(Aspect.CLASSPATH);
    if (!engine.equals(other.engine)) differences.add(Aspect.ENGINE);
    if (!style.equals(other.style)) differences.add(Aspect.STYLE);
    if (!jvm.equals(other.jvm)) differences.add(Aspect.JVM);
    if (!gc.equals(other.gc)) differences.add(Aspect.GC);
    if (!jvmArgs.equals(other.jvmArgs)) differences.add(Aspect.JVM_ARGS);
    return differences;
  }
}
