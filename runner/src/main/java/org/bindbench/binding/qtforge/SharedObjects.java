package org.bindbench.binding.qtforge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects that scripts share by name: whoever asks for a name first has the object made. They live
 * as long as the library that the guests were opened with.
 */
final class SharedObjects {
  private final Map<String, MessageBus> buses = new ConcurrentHashMap<>();
  private final Map<String, PluginManager> managers = new ConcurrentHashMap<>();

  MessageBus bus(String name) {
    return buses.computeIfAbsent(name, any -> new MessageBus());
  }

  PluginManager manager(String name) {
    return managers.computeIfAbsent(name, any -> new PluginManager());
  }
}
