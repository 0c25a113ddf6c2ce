package org.bindbench.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.WarmUp;

/**
 * The one JSON mapping of messages and stored trials; sealed types carry their name in {@code is}.
 */
final class Json {
  /** Names the variant of a sealed type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Tagged {}

  /** {@code isError} and {@code status} follow from the variant. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonIgnoreProperties({"error", "status"})
  private interface TaggedOutcome {}

  @JsonIgnoreProperties({"bound", "capability", "plain"})
  private interface Declaration {}

  @JsonIgnoreProperties("stock")
  private interface Profile {}

  /** A run that was stored before a warm-up could settle has one time for it. */
  private static final class WarmUpReader extends JsonDeserializer<WarmUp> {
    @Override
    public WarmUp deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode node = context.readTree(parser);
      return node.isObject()
          ? new WarmUp(time(node.path("least"), context), time(node.path("most"), context))
          : WarmUp.fixed(time(node, context));
    }

    private static Duration time(JsonNode node, DeserializationContext context) throws IOException {
      if (!node.isValueNode() || node.isNull())
        return context.reportInputMismatch(Duration.class, "a warm-up lacks a time");
      return context.readTreeAsValue(node, Duration.class);
    }
  }

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(new SimpleModule().addDeserializer(WarmUp.class, new WarmUpReader()))
          .addMixIn(Message.class, Tagged.class)
          .addMixIn(TrialOutcome.class, TaggedOutcome.class)
          .addMixIn(CaseDeclaration.class, Declaration.class)
          .addMixIn(EngineProfile.class, Profile.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          // a list that an earlier version did not store yet had nothing in it
          .withConfigOverride(
              List.class,
              list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .build();

  static {
    Stream.of(Message.class, TrialOutcome.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .forEach(
            variant -> MAPPER.registerSubtypes(new NamedType(variant, variant.getSimpleName())));
  }

  private Json() {}
}
