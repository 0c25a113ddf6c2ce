package org.bindbench.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bindbench.engine.Library;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
  @TempDir Path folder;

  @Test
  void qtforgeIsFoundOnTheClassPath() {
    assertThat(Libraries.from(getClass().getClassLoader()))
        .extracting(Library::name)
        .containsExactly("qtforge");
  }

  @Test
  void aUsersLibraryIsFoundThroughAChildClassLoaderBesideTheBuiltInOnes() throws IOException {
    assertThat(Libraries.from(offering(Store.class)))
        .extracting(Library::name)
        .containsExactly("qtforge", "store");
  }

  @Test
  void twoLibrariesOfTheSameNameAreAUsageErrorThatNamesBoth() throws IOException {
    ClassLoader loader = offering(Store.class, OtherStore.class);
    assertThatThrownBy(() -> Libraries.from(loader))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Two libraries are called 'store', %s and %s: rename one or take it off the class path.",
            Store.class.getName(), OtherStore.class.getName());
  }

  @Test
  void aNameThatIsNoIdentifierIsAUsageError() throws IOException {
    ClassLoader loader = offering(Dashed.class);
    assertThatThrownBy(() -> Libraries.from(loader))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'my-store'")
        .hasMessageContaining(Dashed.class.getName());
  }

  @Test
  void aKeywordIsNoIdentifierEither() throws IOException {
    ClassLoader loader = offering(Keyword.class);
    assertThatThrownBy(() -> Libraries.from(loader))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'end'");
  }

  @Test
  void aLibraryThatCannotBeMadeIsAUsageErrorWithTheReason() throws IOException {
    ClassLoader loader = offering(Broken.class);
    assertThatThrownBy(() -> Libraries.from(loader))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(Broken.class.getName())
        .hasMessageContaining("no database here");
  }

  private ClassLoader offering(Class<?>... providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    StringBuilder names = new StringBuilder();
    for (Class<?> provider : providers) names.append(provider.getName()).append('\n');
    Files.writeString(services.resolve(Library.class.getName()), names);
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
  }

  abstract static class Named implements Library {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Map<String, Object> namespaces() {
      return Map.of();
    }
  }

  public static final class Store extends Named {
    public Store() {
      super("store");
    }
  }

  public static final class OtherStore extends Named {
    public OtherStore() {
      super("store");
    }
  }

  public static final class Dashed extends Named {
    public Dashed() {
      super("my-store");
    }
  }

  public static final class Keyword extends Named {
    public Keyword() {
      super("end");
    }
  }

  public static final class Broken extends Named {
    public Broken() {
      super("broken");
      throw new IllegalStateException("no database here");
    }
  }
}
