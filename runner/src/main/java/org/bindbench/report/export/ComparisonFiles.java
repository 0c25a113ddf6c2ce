package org.bindbench.report.export;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.Annotations;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.comparison.ComparisonAnnotations;
import org.bindbench.report.comparison.ComparisonMarkdown;
import org.bindbench.report.junit.JUnitComparison;

/** The files of a comparison, by the words for {@code --format}. */
public final class ComparisonFiles {
  private record Form(String file, Function<ComparedRun, byte[]> content) {}

  private static final Map<String, Form> FORMS =
      Map.of(
          "json", new Form(ComparisonJson.FILE, run -> new ComparisonJson().write(run)),
          "markdown", new Form(ComparisonMarkdown.FILE, ComparisonFiles::markdown),
          "junit", new Form(JUnitComparison.FILE, JUnitComparison::of),
          "annotations", new Form(Annotations.FILE, ComparisonAnnotations::of),
          "alert", new Form(AlertJson.FILE, AlertJson::of));

  private static final Set<String> BESIDE_RUN = Set.of("json", "markdown");

  private ComparisonFiles() {}

  /**
   * The contents by file name. A format that has no form for comparisons is passed over.
   *
   * @param formats those asked for
   */
  public static Map<String, byte[]> of(ComparedRun run, List<ReportFormat> formats) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (ReportFormat format : formats) {
      Form form = FORMS.get(format.id());
      if (form != null) files.put(form.file(), form.content().apply(run));
    }
    return files;
  }

  /**
   * Those of a comparison whose head is a run with files of its own, which tell of its baseline
   * too: only what that run has no file of the same name for.
   */
  public static Map<String, byte[]> besideRun(ComparedRun run, List<ReportFormat> formats) {
    return of(run, formats.stream().filter(format -> BESIDE_RUN.contains(format.id())).toList());
  }

  /** Which of these formats no comparison can be written in, in a sentence; empty for none. */
  public static Optional<String> missing(List<ReportFormat> formats) {
    List<String> missing =
        formats.stream().map(ReportFormat::id).filter(id -> !FORMS.containsKey(id)).toList();
    if (missing.isEmpty()) return Optional.empty();
    return Optional.of(
        "a comparison has no file for --format %s; it has them for %s"
            .formatted(
                String.join(", ", missing),
                FORMS.keySet().stream().sorted().collect(Collectors.joining(", "))));
  }

  private static byte[] markdown(ComparedRun run) {
    return new ComparisonMarkdown().text(run).getBytes(StandardCharsets.UTF_8);
  }
}
