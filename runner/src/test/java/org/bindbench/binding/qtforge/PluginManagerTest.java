package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PluginManagerTest {
  private final PluginManager manager = new PluginManager();

  @Test
  void aCreatedPluginHasItsNameAndBuildAndIsNotRegistered() {
    Plugin plugin = manager.create("sensor", 7);
    assertThat(plugin.name()).isEqualTo("sensor");
    assertThat(plugin.build()).isEqualTo(7);
    assertThat(plugin.state()).isEqualTo("created");
    assertThat(manager.get_loaded_plugins()).isEmpty();
  }

  @Test
  void everyCallCreatesAnotherPlugin() {
    assertThat(manager.create("sensor", 1)).isNotSameAs(manager.create("sensor", 1));
  }

  @Test
  void aPluginNeedsAName() {
    assertThatThrownBy(() -> manager.create("", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plugin needs a name that is not empty");
  }

  @Test
  void advanceIsThreeTimesPlusOneWithinTheModulus() {
    Plugin plugin = manager.create("sensor", 1);
    assertThat(plugin.advance(5)).isEqualTo(16);
    assertThat(plugin.advance(1_000_002)).isEqualTo(1_000_001);
    assertThat(plugin.advance(-1)).isEqualTo(1_000_001);
    assertThat(plugin.advance(3_000_000_000_000_000_000L)).isBetween(0, 1_000_002);
  }

  @Test
  void aPluginKeepsWhatWasAttachedLast() {
    Plugin plugin = manager.create("sensor", 1);
    assertThat(plugin.attachment()).isNull();
    plugin.attach("first");
    plugin.attach(plugin);
    assertThat(plugin.attachment()).isSameAs(plugin);
    plugin.attach(null);
    assertThat(plugin.attachment()).isNull();
  }

  @Test
  void loadedPluginsAreListedByNameAndNumberedByLoad() {
    for (String name : List.of("store", "camera", "sensor")) manager.load(manager.create(name, 3));
    assertThat(manager.get_loaded_plugins()).containsExactly("camera", "sensor", "store");
    assertThat(manager.metadata("camera"))
        .containsEntry("name", "camera")
        .containsEntry("build", 3L)
        .containsEntry("state", "loaded")
        .containsEntry("order", 2);
  }

  @Test
  void unloadingTakesThePluginOutOnceAndItMayComeBack() {
    Plugin plugin = manager.create("sensor", 1);
    manager.load(plugin);
    assertThat(manager.unload("sensor")).isTrue();
    assertThat(plugin.state()).isEqualTo("unloaded");
    assertThat(manager.unload("sensor")).isFalse();
    manager.load(plugin);
    assertThat(manager.metadata("sensor")).containsEntry("order", 2);
  }

  @Test
  void aSecondPluginOfTheSameNameIsRefused() {
    manager.load(manager.create("sensor", 1));
    Plugin second = manager.create("sensor", 2);
    assertThatThrownBy(() -> manager.load(second))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a plugin called 'sensor' is already loaded");
    assertThat(second.state()).isEqualTo("created");
  }

  @Test
  void aPluginBelongsToOneManagerAtATime() {
    Plugin plugin = manager.create("sensor", 1);
    manager.load(plugin);
    assertThatThrownBy(() -> new PluginManager().load(plugin))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another manager");
  }

  @Test
  void thereIsNoMetadataOfAPluginThatIsNotLoaded() {
    assertThatThrownBy(() -> manager.metadata("sensor"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no plugin called 'sensor' is loaded");
  }

  @Test
  void ofTenThreadsLoadingTheSamePluginExactlyOneSucceeds() throws Exception {
    Plugin plugin = manager.create("sensor", 1);
    AtomicInteger succeeded = new AtomicInteger();
    Threads.together(
        10,
        thread -> {
          manager.load(manager.create("plugin" + thread, thread));
          try {
            manager.load(plugin);
            succeeded.incrementAndGet();
          } catch (IllegalStateException expected) {
            assertThat(expected).hasMessageContaining("already loaded");
          }
        });
    assertThat(succeeded).hasValue(1);
    assertThat(manager.get_loaded_plugins()).hasSize(11);
  }
}
