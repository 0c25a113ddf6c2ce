package org.bindbench.report.chapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.stress.Conclusion;
import org.bindbench.report.Sentences;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/**
 * A section of a report.
 *
 * @param introduction what must be known to read the tables; may be empty
 * @param conclusions what the figures come to
 */
public record Chapter(
    String title, List<String> introduction, List<Part> parts, List<Conclusion> conclusions) {
  public Chapter {
    introduction = List.copyOf(introduction);
    parts = List.copyOf(parts);
    conclusions = List.copyOf(conclusions);
  }

  /** Adds the section to a page of the console; nothing where it has no parts. */
  public void write(Page page) {
    if (parts.isEmpty()) return;
    page.section("📊", title);
    introduction.forEach(sentence -> page.wrapped("", sentence, Tone.QUIET));
    for (Part part : parts) {
      page.blank();
      page.wrapped("", part.title(), Tone.HEADING);
      if (part.hasId()) page.wrapped("", part.id(), Tone.QUIET);
      for (Grid table : part.brief()) {
        page.table(table);
        page.blank();
      }
      part.notes().forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
    }
    page.blank();
    conclusions.forEach(
        each ->
            page.wrapped(
                "   > ", each.subject() + ": " + each.finding() + evidence(each), Tone.PLAIN));
    advice().forEach(each -> page.wrapped("   → ", each, Tone.PLAIN));
  }

  /** Adds the section to a document; nothing where it has no parts. */
  public void write(Markdown page) {
    if (parts.isEmpty()) return;
    page.heading(2, title);
    introduction.forEach(page::paragraph);
    for (Part part : parts) {
      page.heading(3, part.title());
      if (part.hasId()) page.paragraph(part.id());
      part.full().forEach(page::table);
      part.notes().forEach(note -> page.item("", note));
    }
    if (conclusions.isEmpty()) return;
    page.heading(3, "What the figures come to");
    conclusions.forEach(each -> page.item(each.subject() + ":", each.finding() + evidence(each)));
    page.blank();
    advice().forEach(each -> page.item("advice", each));
  }

  private static String evidence(Conclusion each) {
    return each.evidence().isEmpty() ? "" : " (" + each.evidence() + ")";
  }

  /** Every advice once, with all that it is for. */
  private List<String> advice() {
    Map<String, List<String>> subjects =
        conclusions.stream()
            .filter(each -> !each.advice().isEmpty())
            .collect(
                Collectors.groupingBy(
                    Conclusion::advice,
                    LinkedHashMap::new,
                    Collectors.mapping(Conclusion::subject, Collectors.toList())));
    return subjects.entrySet().stream()
        .map(each -> Sentences.list(each.getValue()) + ": " + each.getKey())
        .toList();
  }
}
