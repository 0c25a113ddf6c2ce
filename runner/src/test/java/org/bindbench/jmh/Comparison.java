package org.bindbench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures turn by turn and gathers the rows. */
final class Comparison {
  /** Told what is about to be measured and what came of it. */
  interface Progress {
    void say(String line);
  }

  private final OurSide ours;
  private final JmhSide jmh;
  private final Settings settings;
  private final ForkFiles files;
  private final Progress progress;
  private final Map<Subject, String> failures = new HashMap<>();

  Comparison(OurSide ours, JmhSide jmh, Settings settings, ForkFiles files, Progress progress) {
    this.ours = ours;
    this.jmh = jmh;
    this.files = files;
    this.settings = settings;
    this.progress = progress;
  }

  /** Measures what has no file yet. A fork that fails is told in its row, and the rest goes on. */
  void measure(List<Turn> turns) throws InterruptedException {
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      if (files.has(turn)) continue;
      try {
        progress.say(
            "%d/%d %s, fork %d, %s"
                .formatted(
                    i + 1,
                    turns.size(),
                    turn.subject().title(),
                    turn.fork(),
                    turn.side().folder()));
        measure(turn);
      } catch (IOException e) {
        progress.say("  " + e.getMessage());
        failures.putIfAbsent(turn.subject(), String.valueOf(e.getMessage()));
      }
    }
  }

  private void measure(Turn turn) throws IOException, InterruptedException {
    Schedule schedule = settings.schedule(turn.subject().engine());
    if (turn.side() == Side.OURS) {
      ours.run(turn, schedule, files);
      return;
    }
    Turn first = new Turn(turn.subject(), 1, Side.OURS);
    if (!files.has(first)) return; // it failed, which the row tells
    JsonNode document = files.read(first);
    if (OurFork.missing(document, turn.subject()).isPresent()) return;
    jmh.run(turn, schedule, OurFork.of(document, turn.subject()), files);
  }

  /** The subjects' rows, from the forks of the folder up to a number of forks. */
  List<Row> rows(List<Subject> subjects, int forks) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Subject subject : subjects) rows.add(row(subject, forks));
    return rows;
  }

  private Row row(Subject subject, int forks) throws IOException {
    List<Double> oursPerSecond = new ArrayList<>();
    List<Double> jmhPerSecond = new ArrayList<>();
    OptionalDouble leastCpu = OptionalDouble.empty();
    String style = "";
    String reason = failures.getOrDefault(subject, "");
    for (int fork = 1; fork <= forks; fork++) {
      Turn our = new Turn(subject, fork, Side.OURS);
      if (files.has(our)) {
        JsonNode document = files.read(our);
        String missing = OurFork.missing(document, subject).orElse("");
        if (missing.isEmpty()) {
          OurFork measured = OurFork.of(document, subject);
          style = measured.style();
          oursPerSecond.add(measured.operationsPerSecond());
          leastCpu =
              OptionalDouble.of(
                  Math.min(leastCpu.orElse(measured.cpuPerWall()), measured.cpuPerWall()));
        } else if (reason.isEmpty()) {
          reason = "fork " + fork + ": " + missing;
        }
      }
      Turn theirs = new Turn(subject, fork, Side.JMH);
      if (files.has(theirs)) jmhPerSecond.add(JmhFork.of(files.read(theirs)).operationsPerSecond());
    }
    return new Row(subject, style, oursPerSecond, jmhPerSecond, leastCpu, reason);
  }
}
