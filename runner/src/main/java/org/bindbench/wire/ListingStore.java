package org.bindbench.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.CaseDeclaration;

/**
 * Case declarations of suites that were listed before, by a digest of the suite, its neighbours and
 * the guest library, so that an unchanged suite costs no worker.
 */
public final class ListingStore {
  private final Path folder;

  /** Keeps listings in the folder, which need not exist. */
  public ListingStore(Path folder) {
    this.folder = folder;
  }

  /** What was listed for the same content; empty where nothing was, or the file is damaged. */
  public Optional<List<CaseDeclaration>> find(Path suite, List<Path> alsoReads, String classPath) {
    try {
      Path file = file(suite, alsoReads, classPath);
      if (!Files.exists(file)) return Optional.empty();
      return Optional.of(
          Json.MAPPER.readValue(file.toFile(), new TypeReference<List<CaseDeclaration>>() {}));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // a damaged listing is made again
    } catch (IOException e) {
      return Optional.empty(); // so is one that cannot be read
    }
  }

  /** Keeps a listing; where the folder cannot be written the next run lists again. */
  public void keep(
      Path suite, List<Path> alsoReads, String classPath, List<CaseDeclaration> declarations) {
    try {
      Path file = file(suite, alsoReads, classPath);
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "listing", ".part");
      Json.MAPPER.writeValue(temporary.toFile(), declarations);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // only time is lost
    }
  }

  private Path file(Path suite, List<Path> alsoReads, String classPath) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          suite.toAbsolutePath().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(suite));
      for (Path each : alsoReads) digest.update(Files.readAllBytes(each));
      digest.update(classPath.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest.digest(), 0, 16) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
