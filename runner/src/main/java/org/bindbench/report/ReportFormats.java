package org.bindbench.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.bindbench.model.UsageException;

/** The formats on the class path, by the word that asks for them. */
public final class ReportFormats {
  /** The word for the two formats that are written when nothing is asked for. */
  public static final String BOTH = "both";

  /** The word for no file at all: what is printed is always printed. */
  public static final String CONSOLE = "console";

  private static final List<String> DEFAULTS = List.of("json", "markdown");

  private ReportFormats() {}

  /** Every format found, in the order of their ids. */
  public static List<ReportFormat> all() {
    return ServiceLoader.load(ReportFormat.class, ReportFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ReportFormat::id))
        .toList();
  }

  /**
   * The formats of those ids, each once, in the order asked for; {@code both} stands for json and
   * markdown, {@code console} for none.
   *
   * @throws UsageException for an id that no format has
   */
  public static List<ReportFormat> named(List<String> ids) {
    Map<String, ReportFormat> known = new LinkedHashMap<>();
    all().forEach(format -> known.put(format.id(), format));
    return ids.stream()
        .filter(id -> !id.equals(CONSOLE))
        .flatMap(id -> id.equals(BOTH) ? DEFAULTS.stream() : List.of(id).stream())
        .distinct()
        .map(id -> pick(known, id))
        .toList();
  }

  private static ReportFormat pick(Map<String, ReportFormat> known, String id) {
    ReportFormat format = known.get(id);
    if (format == null) {
      throw new UsageException(
          "There is no report format \""
              + id
              + "\". Known are "
              + String.join(", ", known.keySet())
              + ", "
              + CONSOLE
              + " and "
              + BOTH
              + ".");
    }
    return format;
  }
}
