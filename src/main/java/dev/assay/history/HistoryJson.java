package dev.assay.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Role;
import dev.assay.llm.StorageException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that have no column of their own, as JSON text. */
final class HistoryJson {
    /** Fields that a later version adds are passed over. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(ContentPart.class, ContentPartJson.class)
            .addModule(words())
            .build();

    private HistoryJson() {}

    /** Days stand as {@code 2026-09-01}, times as {@code PT0.5S}, models as {@code provider/model}. */
    private static SimpleModule words() {
        var module = new SimpleModule();
        add(module, LocalDate.class, LocalDate::parse);
        add(module, Duration.class, Duration::parse);
        add(module, ModelId.class, ModelId::parse);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance)
                .addDeserializer(type, new FromStringDeserializer<T>(type) {
                    @Override
                    protected T _deserialize(String text, DeserializationContext context) {
                        return parse.apply(text);
                    }
                });
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new StorageException("Cannot record " + value.getClass().getSimpleName() + " in the history", e);
        }
    }

    /** Parts of a message, each with its kind. */
    static String writeParts(List<? extends ContentPart> parts) {
        return write(parts.toArray(ContentPart[]::new));
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StorageException("The history holds unreadable JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same; {@code otherwise} for a column that was not there when the row was written. */
    static <T> T readOr(@Nullable String json, T otherwise, TypeReference<T> type) {
        return json == null ? otherwise : read(json, type);
    }

    static String writeMessages(List<Message> messages) {
        return write(messages.stream()
                .map(message -> new MessageJson(message.role(), message.parts()))
                .toList());
    }

    static List<Message> readMessages(String json) {
        return read(json, new TypeReference<List<MessageJson>>() {}).stream()
                .map(message -> Message.of(message.role, message.parts))
                .toList();
    }

    private record MessageJson(Role role, List<ContentPart> parts) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ContentPart.Text.class, name = "text"),
        @JsonSubTypes.Type(value = ContentPart.Media.class, name = "media"),
        @JsonSubTypes.Type(value = ContentPart.ToolCall.class, name = "toolCall"),
        @JsonSubTypes.Type(value = ContentPart.ToolResult.class, name = "toolResult"),
        @JsonSubTypes.Type(value = ContentPart.Reasoning.class, name = "reasoning")
    })
    private interface ContentPartJson {}
}
