package org.bindbench.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.NearestWord;
import org.bindbench.config.yaml.Written;

/** Names that the program finds when it starts, so that the schema cannot list them. */
public record Vocabulary(List<String> engines, List<String> formats) {
  public Vocabulary {
    engines = List.copyOf(engines);
    formats = List.copyOf(formats);
  }

  void check(Written written, Faults faults) {
    check(written, "/engines", "engine", engines, faults);
    check(written, "/output/formats", "report format", formats, faults);
  }

  private static void check(
      Written written, String list, String kind, List<String> known, Faults faults) {
    JsonPointer at = JsonPointer.compile(list);
    JsonNode names = written.tree().at(at);
    name(written, at, kind, known, faults);
    for (int i = 0; i < names.size(); i++) name(written, at.appendIndex(i), kind, known, faults);
  }

  private static void name(
      Written written, JsonPointer at, String kind, List<String> known, Faults faults) {
    JsonNode name = written.tree().at(at);
    if (!name.isTextual() || known.contains(name.asText())) return;
    faults.add(
        written.at(at),
        "there is no " + kind + " \"" + name.asText() + "\"",
        String.join(", ", known),
        NearestWord.to(name.asText(), known)
            .map(near -> "write " + near)
            .orElse("choose one of these"));
  }
}
