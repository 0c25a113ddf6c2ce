package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between the documents lead to a file and, behind {@code #}, to one of its headings. */
class LinksTest {
  private static final Path ROOT = DocsTest.root();
  private static final Pattern FENCE = Pattern.compile("(?ms)^(```+|~~~+).*?^\\1[`~]*$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\(<?([^)>\\s]+)>?[^)]*\\)|(?m)^\\[[^\\]]+\\]:\\s*<?([^>\\s]+)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
  private static final Pattern SHOWN = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(ROOT::relativize)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().matches("(.*[/\\\\])?(target|runs|\\..*)[/\\\\].*"))
          .filter(file -> !file.toString().matches("reports.performance_report.md"))
          .filter(file -> !file.toString().contains("golden"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyFolderWithDocumentsIsRead() throws IOException {
    assertThat(documents())
        .hasSizeGreaterThan(12)
        .contains(
            Path.of("README.md"),
            Path.of("docs/metrics.md"),
            Path.of("docs/examples/own-library/README.md"),
            Path.of("reports/README.md"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFileAndToAHeadingOfIt(Path document) throws IOException {
    Set<String> dead = new TreeSet<>();
    for (String link : links(text(document))) if (!leadsSomewhere(document, link)) dead.add(link);
    assertThat(dead).isEmpty();
  }

  @Test
  void aDeadLinkIsFound() {
    Path readme = Path.of("README.md");
    assertThat(leadsSomewhere(readme, "docs/metrics.md#protocol-rate")).isTrue();
    assertThat(leadsSomewhere(readme, "docs/metrics.md#protocol-rat")).isFalse();
    assertThat(leadsSomewhere(readme, "docs/metric.md")).isFalse();
    assertThat(leadsSomewhere(Path.of("docs", "metrics.md"), "#protocol-rate")).isTrue();
    assertThat(leadsSomewhere(readme, "https://example.com/#x")).isTrue();
    assertThat(links("[a](b.md#c) `[d](e.md)`\n```\n[f](g.md)\n```\n[h]: i.md\n"))
        .containsExactly("b.md#c", "i.md");
  }

  /** As GitHub names them: lower case, without punctuation, a hyphen for each space. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What can go wrong, and becomes a row | what-can-go-wrong-and-becomes-a-row
          `rate`: the (first) one           | rate-the-first-one
          See [metrics](metrics.md) of 3.0.1 | see-metrics-of-301
          """)
  void aHeadingHasItsAnchor(String heading, String anchor) {
    assertThat(anchors("## " + heading)).containsExactly(anchor);
  }

  @Test
  void aHeadingThatStandsTwiceHasTwoAnchors() {
    assertThat(anchors("# A\n## B\n```sh\n# no heading\n```\n## B\n"))
        .containsExactlyInAnyOrder("a", "b", "b-1");
  }

  private static boolean leadsSomewhere(Path document, String link) {
    if (link.matches("[a-z]+:.*")) return true;
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? document : ROOT.resolve(document).resolveSibling(file);
    if (!Files.exists(ROOT.resolve(target))) return false;
    return hash < 0 || anchors(text(target)).contains(link.substring(hash + 1));
  }

  private static List<String> links(String text) {
    List<String> links = new ArrayList<>();
    CODE.matcher(FENCE.matcher(text).replaceAll(""))
        .replaceAll("")
        .lines()
        .flatMap(line -> LINK.matcher(line).results())
        .forEach(found -> links.add(found.group(1) == null ? found.group(2) : found.group(1)));
    return links;
  }

  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .forEach(
            anchor -> {
              String free = anchor;
              for (int i = 1; !anchors.add(free); i++) free = anchor + "-" + i;
            });
    return anchors;
  }

  private static String anchor(String heading) {
    return SHOWN
        .matcher(heading)
        .replaceAll("$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
        .replace(' ', '-');
  }

  private static String text(Path document) {
    try {
      return Files.readString(ROOT.resolve(document));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read " + document, e);
    }
  }
}
