package org.bindbench.binding.qtforge;

import java.util.Objects;

/** The namespace {@code qtforge.core}. */
public final class Core {
  private final SharedObjects shared;

  Core(SharedObjects shared) {
    this.shared = shared;
  }

  /** A manager without plugins. */
  @SuppressWarnings("MemberName") // scripts see this name
  public PluginManager create_plugin_manager() {
    return new PluginManager();
  }

  /** The one manager of that name, which all guests of a trial share. */
  @SuppressWarnings("MemberName") // scripts see this name
  public PluginManager shared_plugin_manager(String name) {
    return shared.manager(Objects.requireNonNull(name, "a manager needs a name"));
  }
}
