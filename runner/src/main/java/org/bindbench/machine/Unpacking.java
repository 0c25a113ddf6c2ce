package org.bindbench.machine;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Brings the bundle of a jar into a cache folder that other processes use at the same time.
 *
 * <p>No lock is taken. A new folder is filled under a name of its own and appears complete, by one
 * atomic move. A folder that is there is mended file by file, each by one atomic move, so that a
 * process that uses the sound files of it sees no gap.
 */
final class Unpacking {
  private static final Pattern STAGING = Pattern.compile("staging-([0-9]{1,18})-.+");

  /** Process ids mean nothing across containers that share a cache: what is young is let be. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final BundleJar jar;
  private final Path cache;
  private final Path target;

  Unpacking(BundleJar jar, Path cache, String version) {
    this.jar = jar;
    this.cache = cache;
    this.target = cache.resolve("bundle-" + version + "-" + jar.digest());
  }

  /** The folder, complete. */
  Path folder() throws IOException {
    sweep(cache, Instant.now());
    if (isComplete()) return target;
    Path staging =
        cache.resolve("staging-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    try {
      if (!Files.isDirectory(target)) install(staging);
      mend(staging);
    } finally {
      discard(staging);
    }
    if (!isComplete()) throw new IOException(target + " does not stay complete");
    return target;
  }

  private boolean isComplete() {
    return jar.entries().stream().allMatch(this::isSound);
  }

  private boolean isSound(ZipEntry entry) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(fileOf(entry), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() && attributes.size() == entry.getSize();
    } catch (IOException e) {
      return false;
    }
  }

  private Path fileOf(ZipEntry entry) {
    return target.resolve(BundleJar.nameOf(entry));
  }

  private void install(Path staging) throws IOException {
    for (ZipEntry entry : jar.entries()) {
      jar.copy(entry, staging.resolve(BundleJar.nameOf(entry)));
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(target)) {
      Files.deleteIfExists(target);
    }
    try {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process was faster, and its folder is as good as ours.
      if (!Files.isDirectory(target)) throw e;
    }
  }

  private void mend(Path staging) throws IOException {
    for (ZipEntry entry : jar.entries()) {
      if (isSound(entry)) continue;
      Path fresh = staging.resolve("mended-" + UUID.randomUUID());
      jar.copy(entry, fresh);
      Path file = fileOf(entry);
      clearWay(file);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes a folder where a file belongs, and files where its folders belong. */
  private void clearWay(Path file) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) delete(file);
    Path folder = file.getParent();
    for (Path above = folder; above != null && !above.equals(cache); above = above.getParent()) {
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(above);
      }
    }
    if (folder != null) Files.createDirectories(folder);
  }

  /** Deletes what processes that ended have left behind. */
  static void sweep(Path cache, Instant now) throws IOException {
    try (Stream<Path> children = Files.list(cache)) {
      for (Path child : children.toList()) {
        if (isAbandoned(child, now)) discard(child);
      }
    }
  }

  private static boolean isAbandoned(Path folder, Instant now) throws IOException {
    Matcher name = STAGING.matcher(String.valueOf(folder.getFileName()));
    if (!name.matches() || ProcessHandle.of(Long.parseLong(name.group(1))).isPresent()) {
      return false;
    }
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(GRACE));
    } catch (NoSuchFileException e) {
      return false; // somebody else has just swept it
    }
  }

  /** Deletes what nobody needs; where that fails, the sweep of a later run tries again. */
  private static void discard(Path tree) {
    try {
      delete(tree);
    } catch (IOException e) {
      // in use by a virus scanner or an indexer: in nobody's way meanwhile
    }
  }

  /** Deletes a tree, which another process may be deleting as well. */
  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) return;
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e != null) throw e;
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
