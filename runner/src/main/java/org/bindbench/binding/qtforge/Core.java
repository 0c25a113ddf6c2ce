package org.bindbench.binding.qtforge;

/** The namespace {@code qtforge.core}. */
public final class Core {
  Core() {}

  /** A manager without plugins. */
  @SuppressWarnings("MemberName") // scripts see this name
  public PluginManager create_plugin_manager() {
    return new PluginManager();
  }
}
