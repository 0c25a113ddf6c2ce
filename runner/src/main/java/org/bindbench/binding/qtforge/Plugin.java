package org.bindbench.binding.qtforge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of an application: a small object that knows nothing of the manager that made it, so that
 * creating one measures the binding and not the library. Safe for several threads.
 */
public final class Plugin {
  private static final int MODULUS = 1_000_003;
  private static final int CREATED = 0;
  private static final int LOADED = 1;
  private static final int UNLOADED = 2;

  private final String name;
  private final long build;

  /** {@link #CREATED} without a write: one to a volatile field would slow every creation down. */
  private volatile int state;

  private volatile @Nullable Object attachment;

  Plugin(String name, long build) {
    if (Objects.requireNonNull(name, "a plugin needs a name").isEmpty()) {
      throw new IllegalArgumentException("a plugin needs a name that is not empty");
    }
    this.name = name;
    this.build = build;
  }

  /** The name it was created with. */
  public String name() {
    return name;
  }

  /** The build number it was created with. */
  public long build() {
    return build;
  }

  /** {@code created}, {@code loaded} or {@code unloaded}. */
  public String state() {
    return switch (state) {
      case CREATED -> "created";
      case LOADED -> "loaded";
      default -> "unloaded";
    };
  }

  /**
   * {@code (x * 3 + 1) mod 1_000_003}, from 0 to 1,000,002 for every {@code x} of at most 3·10^18
   * either way; the remainder has the sign that Python's and Lua's {@code %} give it.
   */
  public int advance(long x) {
    return Math.floorMod(x * 3 + 1, MODULUS);
  }

  /** Keeps a value of the application's for as long as the plugin lives; null lets it go. */
  public void attach(@Nullable Object value) {
    attachment = value;
  }

  /** The value attached last, null where there is none. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** Marks the plugin loaded; false where it already is, be it by another manager. */
  synchronized boolean enter() {
    if (state == LOADED) return false;
    state = LOADED;
    return true;
  }

  /** Marks the plugin unloaded. */
  synchronized void leave() {
    state = UNLOADED;
  }

  @Override
  public String toString() {
    return "plugin " + name + " (build " + build + ")";
  }
}
