package org.bindbench.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a jar below {@code bundle/}, known from its central directory alone. */
final class BundleJar implements AutoCloseable {
  /** The folder of the bundle within the jar and within class folders. */
  static final String PREFIX = "bundle/";

  private final ZipFile zip;
  private final List<ZipEntry> entries;

  private BundleJar(ZipFile zip, List<ZipEntry> entries) {
    this.zip = zip;
    this.entries = entries;
  }

  /**
   * Opens a jar.
   *
   * @throws IOException where it cannot be read, has no bundle, or an entry that would leave it
   */
  static BundleJar open(Path jar) throws IOException {
    ZipFile zip = new ZipFile(jar.toFile());
    try {
      List<ZipEntry> entries =
          zip.stream()
              .filter(entry -> entry.getName().startsWith(PREFIX) && !entry.isDirectory())
              .<ZipEntry>map(entry -> entry)
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.isEmpty()) throw new ZipException("the jar has no entries under " + PREFIX);
      for (ZipEntry entry : entries) checkName(nameOf(entry));
      return new BundleJar(zip, entries);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The files of the bundle, by name. */
  List<ZipEntry> entries() {
    return entries;
  }

  /** Where an entry belongs, relative to the bundle's folder, with slashes. */
  static String nameOf(ZipEntry entry) {
    return entry.getName().substring(PREFIX.length());
  }

  /** Twelve hex digits over the names, sizes and checksums of all entries. */
  String digest() {
    MessageDigest digest = sha256();
    for (ZipEntry entry : entries) {
      digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(entry.getSize())
              .putLong(entry.getCrc())
              .array());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
  }

  /** Writes one entry to a file that is not there yet, making its folder. */
  void copy(ZipEntry entry, Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) Files.createDirectories(folder);
    try (InputStream stream = zip.getInputStream(entry)) {
      Files.copy(stream, file);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static void checkName(String name) throws ZipException {
    boolean harmless =
        !name.startsWith("/")
            && name.indexOf('\\') < 0
            && name.indexOf(':') < 0
            && List.of(name.split("/")).stream().noneMatch(part -> part.equals(".."));
    if (!harmless) throw new ZipException("the entry " + PREFIX + name + " leaves the bundle");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
