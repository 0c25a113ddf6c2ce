package org.bindbench.worker.flight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;

/**
 * A recording of the collector's events, none of them too short to be kept. Starting and stopping
 * take about a second together, so both stay outside of what is timed.
 */
final class FlightRecording implements AutoCloseable {
  private final Recording recording = new Recording();
  private final LoadWindow window = new LoadWindow();

  /** Starts recording. */
  FlightRecording() {
    EventFile.EVENTS.forEach(this::enable);
    enable(LoadWindow.NAME);
    recording.start();
  }

  private void enable(String event) {
    recording.enable(event).withThreshold(Duration.ZERO).withoutStackTrace();
  }

  /** Marks the begin of what counts. */
  void begin() {
    window.begin();
  }

  /** Marks its end. */
  void end() {
    window.end();
    window.commit();
  }

  /**
   * Stops recording and reads what was recorded; without stopping, the last events would be
   * missing.
   */
  CollectorEvents stop() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("bindbench", ".jfr");
    try {
      recording.dump(file);
      return EventFile.read(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Ends the recording and removes its files, which the JVM leaves behind where it is halted. */
  @Override
  public void close() throws IOException {
    recording.close();
    Repositories.remove();
  }
}
