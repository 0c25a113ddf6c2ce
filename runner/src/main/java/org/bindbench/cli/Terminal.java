package org.bindbench.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.bindbench.report.layout.Style;
import picocli.CommandLine.Help.Ansi;

/** Standard output and standard error, and what they can show; the only class that prints. */
public final class Terminal {
  private static final int DEFAULT_WIDTH = 100;

  private final PrintStream out;
  private final PrintStream err;
  private final Style style;
  private final boolean interactive;

  Terminal(PrintStream out, PrintStream err, Style style, boolean interactive) {
    this.out = out;
    this.err = err;
    this.style = style;
    this.interactive = interactive;
  }

  static Terminal ofThisProcess() {
    Map<String, String> environment = System.getenv();
    boolean unicode = isUnicode(environment);
    Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean interactive = !dumb && Ansi.AUTO.enabled() && environment.get("CI") == null;
    boolean colour = !dumb && Ansi.AUTO.enabled() && environment.get("NO_COLOR") == null;
    return new Terminal(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        new Style(colour, unicode, width(environment.getOrDefault("COLUMNS", ""))),
        interactive);
  }

  /** As the locale says, whose variables take precedence in this order. */
  private static boolean isUnicode(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) return value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
    }
    return Charset.defaultCharset().equals(StandardCharsets.UTF_8)
        && System.getProperty("os.name", "").startsWith("Windows");
  }

  private static int width(String columns) {
    try {
      return columns.isEmpty() ? DEFAULT_WIDTH : Integer.parseInt(columns);
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  /** What it can show. */
  public Style style() {
    return style;
  }

  /** Whether a line can be drawn over. */
  public boolean isInteractive() {
    return interactive;
  }

  /** Standard output. */
  public PrintStream out() {
    return out;
  }

  /** Standard error. */
  public PrintStream err() {
    return err;
  }

  /** Whether everything that was printed to standard output got there. */
  boolean isWritten() {
    return !out.checkError();
  }

  PrintWriter outWriter() {
    return new PrintWriter(out, true);
  }

  PrintWriter errWriter() {
    return new PrintWriter(err, true);
  }

  /** A remark on standard error. */
  public void say(String line) {
    err.println(style.show(line));
  }

  /** What the user did wrong, and what to try. */
  public void error(String message) {
    err.println("bindbench: " + message);
  }

  /** A fault of ours, with its trace. */
  void fault(Throwable e) {
    error("this is a fault of Bindbench, please report it with the lines below");
    e.printStackTrace(err);
  }
}
