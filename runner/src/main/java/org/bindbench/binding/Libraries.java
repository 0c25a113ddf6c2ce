package org.bindbench.binding;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bindbench.engine.Library;
import org.bindbench.model.UsageException;

/** Finds the libraries that scripts may be bound to. */
public final class Libraries {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that look like a name but are none in Python or in Lua. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del do elif else"
                  + " elseif end except false finally for from function global goto if import in is"
                  + " lambda local nil nonlocal not or pass raise repeat return then true try until"
                  + " while with yield")
              .split(" "));

  private Libraries() {}

  /**
   * Every library that the class loader and its parents offer through {@link ServiceLoader}, sorted
   * by name.
   *
   * @throws UsageException where a library cannot be loaded, its name is no identifier in every
   *     script language, or two have the same name
   */
  public static List<Library> from(ClassLoader loader) {
    Map<String, Library> byName = new TreeMap<>();
    try {
      for (Library library : ServiceLoader.load(Library.class, loader)) {
        add(library, byName);
      }
    } catch (ServiceConfigurationError error) {
      throw unusable(error);
    }
    return List.copyOf(byName.values());
  }

  private static void add(Library library, Map<String, Library> byName) {
    String name = library.name();
    if (!IDENTIFIER.matcher(name).matches() || KEYWORDS.contains(name)) {
      throw new UsageException(
          "The library %s is called '%s', which scripts cannot write as a name: use letters, digits and _, and no keyword of Python or Lua."
              .formatted(library.getClass().getName(), name));
    }
    Library other = byName.putIfAbsent(name, library);
    if (other != null) {
      throw new UsageException(
          "Two libraries are called '%s', %s and %s: rename one or take it off the class path."
              .formatted(name, other.getClass().getName(), library.getClass().getName()));
    }
  }

  private static UsageException unusable(ServiceConfigurationError error) {
    Throwable cause = error.getCause();
    UsageException usage =
        new UsageException(
            "A library on the class path cannot be loaded (%s%s): correct it or take it off the class path."
                .formatted(error.getMessage(), cause == null ? "" : ", because of " + cause));
    usage.initCause(error);
    return usage;
  }
}
