package org.bindbench.analysis.leak.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ways that real engines recorded of planted leaks, and what becomes of them. */
class PathWordsTest {
  private static final Path RECORDED = Path.of("runner/src/test/resources/leaks/recorded");

  @ParameterizedTest
  @CsvFileSource(
      files = "runner/src/test/resources/leaks/recorded/expected.csv",
      numLinesToSkip = 1)
  void aRecordedWayComesToWhatTheAuthorKnows(String file, String words) throws IOException {
    JsonNode recorded = new ObjectMapper().readTree(RECORDED.resolve(file).toFile());
    assertThat(String.join(" → ", PathWords.of(path(recorded)))).isEqualTo(words);
  }

  private static ReferencePath path(JsonNode recorded) {
    List<Reference> references =
        recorded
            .path("references")
            .valueStream()
            .map(
                each ->
                    new Reference(
                        each.path("holder").asText(),
                        each.path("static").asBoolean(),
                        each.path("field").asText("")))
            .toList();
    return new ReferencePath(recorded.path("class").asText(), references, "", 1);
  }

  @Test
  void aStaticFieldOfALibraryIsNamedWithItsClass() {
    assertThat(
            words(
                "com.example.Parcel",
                new Reference("java.lang.Object[]", false, ""),
                new Reference("java.util.ArrayList", false, "elementData"),
                new Reference("com.example.Warehouse$Shelf", true, "ALL")))
        .containsExactly("static field Warehouse.Shelf.ALL", "ArrayList", "Parcel");
  }

  @Test
  void whatOnlyTheJdkKnowsIsLeftOut() {
    assertThat(
            words(
                "java.lang.Object",
                new Reference("java.util.HashMap$Node", false, "value"),
                new Reference("java.util.HashMap$Node[]", false, ""),
                new Reference("java.util.HashMap", false, "table"),
                new Reference("jdk.internal.Cache", true, "ALL")))
        .containsExactly("HashMap");
  }

  @Test
  void anObjectWithoutAWayIsNamedByItsClassWhateverItIs() {
    assertThat(words("java.lang.Object[]")).containsExactly("java.lang.Object[]");
    assertThat(words("com.example.Parcel")).containsExactly("Parcel");
  }

  @Test
  void aCompiledFunctionOfLuaIsNamedAsInTheScript() {
    assertThat(
            words(
                "org.luaj.vm2.LuaTable",
                new Reference("_home_me_leaks$make$run", false, "u1"),
                new Reference("_home_me_leaks", false, "u0")))
        .containsExactly("function of the whole file", "function run", "table");
  }

  private static List<String> words(String type, Reference... references) {
    return PathWords.of(new ReferencePath(type, List.of(references), "", 1));
  }
}
