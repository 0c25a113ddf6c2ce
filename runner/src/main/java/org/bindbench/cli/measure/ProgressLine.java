package org.bindbench.cli.measure;

import java.io.PrintStream;
import java.time.Duration;
import org.bindbench.cli.Durations;
import org.bindbench.cli.Printable;
import org.bindbench.cli.Terminal;
import org.bindbench.launch.Progress;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.report.layout.Style;

/**
 * What is measured, how far, how long still, on standard error: one line drawn over and over where
 * a terminal shows it, else a line per worker.
 */
public final class ProgressLine implements Progress {
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean interactive;
  private final boolean verbose;
  private final Style style;
  private final Ticker ticker;
  private final Duration estimated;
  private final long startedAt;
  private double share;

  /** A line for a plan of that length, which starts now. */
  public ProgressLine(Terminal terminal, boolean verbose, Ticker ticker, Duration estimated) {
    this.err = terminal.err();
    this.interactive = terminal.isInteractive() && !verbose;
    this.verbose = verbose;
    this.style = terminal.style();
    this.ticker = ticker;
    this.estimated = estimated;
    this.startedAt = ticker.nanos();
  }

  @Override
  public synchronized void starting(String title) {
    if (interactive) draw(title + " · starting");
    else say(title);
  }

  @Override
  public synchronized void working(TrialSpec trial, String doing) {
    if (interactive) draw(trial.title() + " · fork " + trial.fork() + " · " + doing);
    else if (verbose) say(trial.title() + " · fork " + trial.fork() + " · " + doing);
  }

  @Override
  public synchronized void ended(TrialRecord trial) {
    TrialOutcome outcome = trial.outcome();
    if (!outcome.isError() && !verbose) return;
    if (interactive) err.print(ERASE);
    say(
        trial.spec().title()
            + " · fork "
            + trial.spec().fork()
            + ": "
            + outcome.status()
            + (outcome.reason().isEmpty() ? "" : ", " + Printable.line(outcome.reason())));
  }

  @Override
  public synchronized void advanced(double done) {
    share = done;
  }

  /** Leaves a clean line behind. */
  public synchronized void finished() {
    if (interactive) err.print(ERASE);
    err.flush();
  }

  private void say(String text) {
    err.println(prefix() + style.show(text));
  }

  private void draw(String text) {
    String line = prefix() + style.show(text);
    err.print(
        ERASE + (line.length() < style.width() ? line : line.substring(0, style.width() - 1)));
    err.flush();
  }

  private String prefix() {
    return "[%3.0f %%, %s left] ".formatted(100 * share, Durations.text(left()));
  }

  /** The plan's guess at first, then more and more what the run itself shows. */
  private Duration left() {
    double elapsed = ticker.nanos() - startedAt;
    double planned = estimated.toNanos() * (1 - share);
    double shown = share > 0 ? elapsed / share * (1 - share) : planned;
    return Duration.ofNanos(Math.round(planned * (1 - share) + shown * share));
  }
}
