package org.bindbench.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes a script's output on and keeps the first part of it for reading. */
public final class CapturedOutput extends OutputStream {
  private static final int KEPT_BYTES = 1 << 20;

  private final OutputStream target;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** Passes everything on to the target. */
  public CapturedOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    target.write(b);
    if (kept.size() < KEPT_BYTES) kept.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
    kept.write(bytes, offset, Math.min(length, Math.max(0, KEPT_BYTES - kept.size())));
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  /** The output so far, 1 MiB at most. */
  public synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
