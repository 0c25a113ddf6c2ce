package org.bindbench.binding.qtforge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Creates plugins and knows which of them are loaded. Safe for several threads: the registry is
 * guarded by the manager's monitor, and {@link #create} does not touch it.
 *
 * <p>Lists and maps are fresh copies of public JDK classes, because LuaJ's coercion cannot reach
 * the methods of the JDK's unmodifiable ones.
 */
public final class PluginManager {
  private record Loaded(Plugin plugin, int order) {}

  private final Map<String, Loaded> loaded = new TreeMap<>();
  private int loads;

  PluginManager() {}

  /**
   * A plugin that nobody has registered.
   *
   * @throws IllegalArgumentException where the name is empty
   */
  public Plugin create(String name, long build) {
    return new Plugin(name, build);
  }

  /**
   * Registers a plugin under its name. One that was unloaded may be loaded again.
   *
   * @throws IllegalStateException where it is loaded already, here or by another manager, or
   *     another one of its name is
   */
  public synchronized void load(Plugin plugin) {
    String name = Objects.requireNonNull(plugin, "there is no plugin to load").name();
    if (loaded.containsKey(name)) {
      throw new IllegalStateException("a plugin called '" + name + "' is already loaded");
    }
    if (!plugin.enter()) {
      throw new IllegalStateException(
          "the plugin '" + name + "' is already loaded by another manager");
    }
    loads++;
    loaded.put(name, new Loaded(plugin, loads));
  }

  /** Removes a plugin; false where none of that name is loaded. */
  public synchronized boolean unload(String name) {
    Loaded removed = loaded.remove(Objects.requireNonNull(name, "a plugin's name is missing"));
    if (removed == null) return false;
    removed.plugin().leave();
    return true;
  }

  /** Names of the loaded plugins, sorted. */
  @SuppressWarnings("MemberName") // scripts see this name
  public synchronized List<String> get_loaded_plugins() {
    return new ArrayList<>(loaded.keySet());
  }

  /**
   * What is known of a loaded plugin: {@code name} and {@code state} as text, {@code build} as a
   * {@code long}, {@code order} as an {@code int}, which counts this manager's loads from 1.
   *
   * @throws NoSuchElementException where none of that name is loaded
   */
  public synchronized Map<String, Object> metadata(String name) {
    Loaded found = loaded.get(Objects.requireNonNull(name, "a plugin's name is missing"));
    if (found == null)
      throw new NoSuchElementException("no plugin called '" + name + "' is loaded");
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", found.plugin().name());
    facts.put("build", found.plugin().build());
    facts.put("state", found.plugin().state());
    facts.put("order", found.order());
    return facts;
  }
}
