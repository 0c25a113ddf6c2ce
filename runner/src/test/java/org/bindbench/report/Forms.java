package org.bindbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** What other tools require of their files: {@code schema/README.md} says where it is from. */
public final class Forms {
  private static final Map<String, String> OF_FILES =
      Map.of(
          "junit.xml", "junit.xsd",
          "jmh-result.json", "jmh.schema.json",
          "pytest_benchmark.json", "pytest-benchmark.schema.json",
          "gab-bigger-is-better.json", "gab.schema.json",
          "gab-smaller-is-better.json", "gab.schema.json",
          "bencher.json", "bencher.schema.json");

  private Forms() {}

  /** Files that have a form here. */
  public static List<String> files() {
    return OF_FILES.keySet().stream().sorted().toList();
  }

  /** What the form of that file has against its bytes; empty where nothing. */
  public static List<String> complaints(String file, byte[] bytes) throws IOException {
    String form = Objects.requireNonNull(OF_FILES.get(file), file);
    return form.endsWith(".xsd") ? xml(form, bytes) : json(form, bytes);
  }

  private static List<String> xml(String form, byte[] bytes) throws IOException {
    try (InputStream xsd = open(form)) {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(xsd))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(bytes)));
      return List.of();
    } catch (SAXException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> json(String form, byte[] bytes) throws IOException {
    JsonNode document = new ObjectMapper().readTree(bytes);
    try (InputStream schema = open(form)) {
      Schema read =
          SchemaRegistry.withDialect(Dialects.getDraft202012(), builder -> {})
              .getSchema(schema, InputFormat.JSON);
      return read.validate(document).stream()
          .map((Error error) -> error.getInstanceLocation() + " " + error.getMessage())
          .toList();
    }
  }

  private static InputStream open(String form) {
    return Objects.requireNonNull(Forms.class.getResourceAsStream("/schema/" + form), form);
  }
}
