package org.bindbench.wire.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.bindbench.model.foreign.ForeignRow;

/** The form of another tool's results. */
interface ForeignFormat {
  /** What people call the tool. */
  String tool();

  /** How processes are told apart in its files, in a sentence. */
  String forks();

  /** Whether a document looks like one of this tool's. */
  boolean fits(JsonNode document);

  /**
   * The rows that can be compared.
   *
   * @throws MalformedException where the document is not what the tool writes
   */
  List<ForeignRow> rows(JsonNode document) throws MalformedException;
}
