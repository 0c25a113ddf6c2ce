package org.bindbench.wire.foreign;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.model.CaseId;
import org.bindbench.model.UsageException;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.foreign.ForeignRun;

/**
 * Reads result files of JMH ({@code -rf json}) and pytest-benchmark ({@code --benchmark-json}). Of
 * several files of one side each is taken for processes of its own, behind those of the file
 * before.
 */
public final class ForeignFiles {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final List<ForeignFormat> FORMATS = List.of(new JmhFile(), new PytestFile());

  private record Key(CaseId id, String metric) {}

  private ForeignFiles() {}

  /**
   * Reads them as one run.
   *
   * @param files all of one tool
   * @throws UsageException where there is none, or naming the file and the place of what cannot be
   *     read
   */
  public static ForeignRun read(List<Path> files) {
    Map<Key, ForeignRow> rows = new LinkedHashMap<>();
    ForeignFormat tool = null;
    for (Path file : files) {
      JsonNode document = document(file);
      ForeignFormat format = format(file, document);
      if (tool != null && tool != format)
        throw new UsageException(
            "%s is of %s, but the files before it are of %s: name files of one tool."
                .formatted(file, format.tool(), tool.tool()));
      tool = format;
      for (ForeignRow row : rows(file, format, document))
        rows.merge(
            new Key(row.id(), row.metric().id()), row, (one, next) -> joined(file, one, next));
    }
    if (tool == null)
      throw new UsageException(
          "There is no result file to read: name .json files of JMH or pytest-benchmark, or a folder that holds some.");
    return new ForeignRun(
        tool.tool(),
        files.stream().map(Path::toString).toList(),
        tool.forks(),
        List.copyOf(rows.values()));
  }

  private static List<ForeignRow> rows(Path file, ForeignFormat format, JsonNode document) {
    try {
      return format.rows(document);
    } catch (MalformedException e) {
      throw new UsageException(
          "%s is no result file of %s: at %s %s."
              .formatted(file, format.tool(), e.pointer(), e.getMessage()));
    }
  }

  private static ForeignRow joined(Path file, ForeignRow one, ForeignRow next) {
    if (!one.facts().equals(next.facts()))
      throw new UsageException(
          "%s has %s with other settings than the files before it: %s and %s."
              .formatted(file, one.id(), next.facts(), one.facts()));
    return new ForeignRow(
        one.id(),
        one.metric(),
        Stream.concat(one.forkValues().stream(), next.forkValues().stream()).toList(),
        one.facts());
  }

  private static JsonNode document(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new UsageException(
          "%s%s is no JSON: %s."
              .formatted(
                  file,
                  at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  private static ForeignFormat format(Path file, JsonNode document) {
    return FORMATS.stream()
        .filter(format -> format.fits(document))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    file
                        + " is neither a result file of JMH (an array of benchmarks) nor one of"
                        + " pytest-benchmark (an object with \"benchmarks\")."));
  }

  /**
   * Whether the file looks like one of these, broken as it may be: an array of JSON, or an object
   * with benchmarks.
   */
  public static boolean isForeign(Path file) {
    if (!file.toString().endsWith(".json") || !Files.isRegularFile(file)) return false;
    try {
      String text = Files.readString(file).stripLeading();
      return text.startsWith("[") || text.startsWith("{") && text.contains("\"benchmarks\"");
    } catch (IOException e) {
      return true; // whoever reads it says why it cannot be read
    }
  }

  /** The files that a word on the command line names: one, several with commas, or a folder's. */
  public static List<Path> named(String word) {
    List<Path> files = new ArrayList<>();
    for (String part : word.split(",")) {
      Path path = Path.of(part.strip());
      if (!Files.isDirectory(path)) files.add(path);
      else files.addAll(inside(path));
    }
    return files;
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(each -> each.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s.".formatted(folder, e.getMessage()));
    }
  }
}
