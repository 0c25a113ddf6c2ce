package org.bindbench.engine.walk;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bindbench.engine.walk.Contents.Child;

/**
 * Opens Java objects: the JDK's collections by their elements, objects of libraries by their
 * fields, whatever their visibility. It runs no code of a library, and follows no weak reference.
 */
public final class HostObjects {
  /** Engines' own insides: no script's author knows them. */
  private static final List<String> ENGINES = List.of("org.luaj.", "org.graalvm.", "com.oracle.");

  private HostObjects() {}

  /** What the object holds. */
  public static Contents look(Object value, Spot spot) {
    if (value instanceof Object[] array)
      return Contents.holding(elements(Arrays.asList(array), spot));
    Class<?> type = value.getClass();
    if (isOfJdk(type)) return ofJdk(value, spot);
    return Contents.holding(fields(value, spot));
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getModule().isNamed();
  }

  private static Contents ofJdk(Object value, Spot spot) {
    String kind = value.getClass().getSimpleName();
    if (value instanceof Collection<?> collection)
      return Contents.container(kind, collection.size(), elements(collection, spot));
    if (value instanceof Map<?, ?> map)
      return Contents.container(kind, map.size(), entries(map, spot));
    return Contents.nothing();
  }

  private static List<Child> elements(Collection<?> values, Spot spot) {
    List<Child> children = new ArrayList<>();
    int index = 0;
    for (Object value : values) {
      if (index == Contents.BREADTH) break;
      if (value != null) children.add(new Child(spot.step("[" + index + "]"), value));
      index++;
    }
    return children;
  }

  private static List<Child> entries(Map<?, ?> map, Spot spot) {
    List<Child> children = new ArrayList<>();
    int done = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (done++ == Contents.BREADTH) break;
      if (entry.getValue() != null)
        children.add(new Child(spot.step(key(entry.getKey())), entry.getValue()));
    }
    return children;
  }

  /** How a key is written: a text in quotes, a number or truth value as it is, else its class. */
  private static String key(Object key) {
    if (key instanceof String text) return "[\"" + text + "\"]";
    boolean plain = key instanceof Number || key instanceof Boolean || key instanceof Enum;
    return "[" + (plain ? key : key == null ? "null" : key.getClass().getSimpleName()) + "]";
  }

  private static List<Child> fields(Object value, Spot spot) {
    List<Child> children = new ArrayList<>();
    if (value instanceof Reference) return children;
    for (Class<?> type = value.getClass();
        type != null && !isOfJdk(type) && !isOfEngine(type);
        type = type.getSuperclass())
      for (Field field : type.getDeclaredFields()) {
        if (field.getType().isPrimitive() || Modifier.isStatic(field.getModifiers())) continue;
        Object held = read(field, value);
        if (held != null) children.add(new Child(spot.step("." + field.getName()), held));
      }
    return children;
  }

  private static boolean isOfEngine(Class<?> type) {
    return ENGINES.stream().anyMatch(type.getName()::startsWith);
  }

  /** The field's value; null as well where a module keeps its fields to itself. */
  private static @org.jspecify.annotations.Nullable Object read(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (InaccessibleObjectException | IllegalAccessException e) {
      return null; // a closed door: what is behind it is not looked at, as the walk's contract says
    }
  }
}
