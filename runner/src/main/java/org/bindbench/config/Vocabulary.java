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
    for (int i = 0; i < names.size(); i++) {
      String name = names.path(i).asText();
      if (names.path(i).isTextual() && !known.contains(name))
        faults.add(
            written.at(at.appendIndex(i)),
            "there is no " + kind + " \"" + name + "\"",
            String.join(", ", known),
            NearestWord.to(name, known).map(near -> "write " + near).orElse("choose one of these"));
    }
  }
}
