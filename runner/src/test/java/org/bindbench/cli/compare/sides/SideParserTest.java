package org.bindbench.cli.compare.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideParserTest {
  private static final List<String> ENGINES = List.of("graalpy", "luaj", "luajc");

  @TempDir Path folder;

  @Test
  void keysAndValuesNameEverythingASideCanBe() {
    SideSpec side =
        parse(
            "suites=a,suites=b.py,classpath=x.jar:y.jar,engine=luajc",
            "style=coercion,jvm=17,gc=serial,jvm-args=-Xss2m -Da=b,c");
    assertThat(side.suites()).containsExactly(Path.of("a"), Path.of("b.py"));
    assertThat(side.classpath()).contains("x.jar:y.jar");
    assertThat(side.engine()).contains("luajc");
    assertThat(side.style()).contains(BindingStyle.COERCED);
    assertThat(side.jvm()).contains("17");
    assertThat(side.gc()).contains("serial");
    assertThat(side.jvmArgs()).containsExactly("-Xss2m", "-Da=b,c");
  }

  @ParameterizedTest
  @CsvSource({
    "luajc,engine luajc",
    "hand,binding style hand binding",
    "coercion,binding style coercion",
    "host,binding style host object",
    "g1,collector g1",
    "25,JVM 25",
    "-Xint,JVM options -Xint",
    "-Dbindbench.plant.operations=0.1,JVM options -Dbindbench.plant.operations=0.1"
  })
  void aBareWordIsKnownByWhatItIs(String word, String named) {
    assertThat(parse(word).named()).containsExactly(named);
  }

  @Test
  void aBareFolderWithSuitesAJarAndAJvmAreKnownToo() throws IOException {
    Path suites = Files.createDirectory(folder.resolve("suites"));
    Files.writeString(suites.resolve("a.lua"), "");
    Path jar = Files.writeString(folder.resolve("x.jar"), "");
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Path java = Files.writeString(bin.resolve("java"), "");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    SideSpec side = parse(suites + "," + jar, folder.resolve("jdk").toString());
    assertThat(side.suites()).containsExactly(suites);
    assertThat(side.classpath()).contains(jar.toString());
    assertThat(side.jvm()).contains(folder.resolve("jdk").toString());
  }

  @Test
  void suitesMayLieInFoldersNamedAfterTheLanguages() throws IOException {
    Path lua = Files.createDirectories(folder.resolve("lua"));
    Path suite = Files.writeString(lua.resolve("a.lua"), "");
    Files.writeString(lua.resolve("bindbench.lua"), "");
    assertThat(parse(folder.toString()).suites()).containsExactly(folder);
    assertThat(SuiteFiles.in(folder)).containsExactly(suite);
  }

  @Test
  void wordsAndKeysMayStandSideBySide() {
    assertThat(parse("luaj,gc=serial", "-Xint").named())
        .containsExactly("engine luaj", "collector serial", "JVM options -Xint");
  }

  @Test
  void nothingNamedIsNothing() {
    assertThat(SideParser.parse("--base", List.of(), ENGINES).named()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "engine=cpython",
        "style=soft",
        "gc=shenandoah",
        "colour=red",
        "luaj,luajc",
        "luaj,,g1",
        "engine=",
        "/no/such/folder"
      })
  void whatIsNotUnderstoodIsOneSentence(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--head ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").endsWith("."));
  }

  @Test
  void anAmbiguousWordSaysHowToWriteEitherMeaning() throws IOException {
    Path both = Files.createDirectories(folder.resolve("both/bin"));
    Path java = Files.writeString(both.resolve("java"), "");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("both/a.py"), "");
    String word = folder.resolve("both").toString();
    assertThatThrownBy(() -> parse(word))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("suites=" + word)
        .hasMessageContaining("jvm=" + word);
  }

  @Test
  void sidesDifferInWhatTheyNameDifferently() {
    assertThat(parse("luaj,g1").differences(parse("luaj,serial"))).containsExactly(Aspect.GC);
    assertThat(parse("luaj").differences(parse("luaj"))).isEmpty();
  }

  private static SideSpec parse(String... texts) {
    return SideParser.parse("--head", List.of(texts), ENGINES);
  }
}
