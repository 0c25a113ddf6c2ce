package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bindbench.analysis.leak.path.Explanation;
import org.bindbench.analysis.leak.path.Way;
import org.bindbench.model.leak.ClassGrowth;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;

/** {@code leak_paths}: what holds the memory that a row lost. */
final class LeakPathJson {
  private LeakPathJson() {}

  static ObjectNode of(Explanation explanation) {
    ObjectNode node = Json.object();
    node.put("case", explanation.id().toString());
    node.put("column", explanation.column().title());
    node.put("missing", explanation.missing().isEmpty() ? null : explanation.missing());
    node.put("looked_into", explanation.engine().isEmpty() ? null : explanation.engine());
    node.set("evidence", explanation.evidence().map(LeakPathJson::evidence).orElse(null));
    node.set("ways", Json.each(explanation.ways(), LeakPathJson::way));
    return node;
  }

  private static ObjectNode evidence(LeakEvidence evidence) {
    ObjectNode node = Json.object();
    node.put("cycles", evidence.cycles());
    node.put("operations", evidence.operations());
    node.put("samples", evidence.samples());
    node.set("containers", Json.each(evidence.containers(), LeakPathJson::container));
    node.set("classes", Json.each(evidence.classes(), LeakPathJson::grown));
    node.set("paths", Json.each(evidence.paths(), LeakPathJson::path));
    node.set("not_looked_at", Json.texts(evidence.gaps()));
    return node;
  }

  private static ObjectNode container(ContainerGrowth growth) {
    ObjectNode node = Json.object();
    node.put("name", growth.container().name());
    node.put("place", growth.container().place());
    node.put("kind", growth.container().kind());
    node.put("before", growth.before());
    node.put("after", growth.container().size());
    return node;
  }

  private static ObjectNode grown(ClassGrowth growth) {
    ObjectNode node = Json.object();
    node.put("class", growth.name());
    node.put("instances", growth.instances());
    node.put("bytes", growth.bytes());
    return node;
  }

  private static ObjectNode way(Way way) {
    ObjectNode node = Json.object();
    node.put("root", way.root().isEmpty() ? null : way.root());
    node.set("words", Json.texts(way.words()));
    node.put("samples", way.samples());
    return node;
  }

  private static ObjectNode path(ReferencePath path) {
    ObjectNode node = Json.object();
    node.put("class", path.type());
    node.put("root", path.root().isEmpty() ? null : path.root());
    node.put("samples", path.samples());
    node.set("references", Json.each(path.references(), LeakPathJson::reference));
    return node;
  }

  private static ObjectNode reference(Reference reference) {
    ObjectNode node = Json.object();
    node.put("holder", reference.holder());
    node.put("static", reference.ofClass());
    node.put("field", reference.field().isEmpty() ? null : reference.field());
    return node;
  }
}
