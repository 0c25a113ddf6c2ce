package org.bindbench.cli.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.analysis.selfcheck.Finding;
import org.bindbench.config.Settings;
import org.bindbench.report.ReportWriter;
import org.bindbench.report.export.CheckedRunJson;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;

/**
 * Judges the runs of a self-check again, from what their trials measured, after the rules changed:
 * {@code Rejudging DATA OUTPUT FOLDER…}, the folders being those that hold the runs. What was
 * planted is what the data say of the run of the same seed.
 */
public final class Rejudging {
  private Rejudging() {}

  /** Writes a file for each run of the data whose folder is found. */
  public static void main(String[] args) throws Exception {
    Map<Long, CheckedRun> known = new LinkedHashMap<>();
    CheckedRunJson.read(Path.of(args[0])).forEach(run -> known.put(run.seed(), run));
    ReportWriter output = new ReportWriter(Path.of(args[1]));
    for (String each : List.of(args).subList(2, args.length))
      try (Stream<Path> folders = Files.list(Path.of(each))) {
        for (Path folder :
            folders.filter(path -> Files.exists(path.resolve("run.json"))).toList()) {
          CheckedRun before = known.remove(StoredRun.read(folder).plan().seed());
          if (before == null) continue;
          CheckedRun again = again(before, folder);
          output.write(Map.of(CheckedRunJson.fileName(again), CheckedRunJson.write(again)));
        }
      }
    known.values().forEach(run -> System.err.println("no folder of the run of seed " + run.seed()));
  }

  private static CheckedRun again(CheckedRun before, Path folder) {
    ComparedRun compared =
        new Judgement(
                StoredRun.read(folder),
                StoredComparison.find(folder).orElseThrow(),
                Settings.defaults())
            .compared();
    return new CheckedRun(
        before.seed(),
        before.planted(),
        before.forks(),
        before.startedAt(),
        before.elapsed(),
        compared.rows().stream()
            .flatMap(row -> Finding.of(row, before.planted()).stream())
            .toList());
  }
}
