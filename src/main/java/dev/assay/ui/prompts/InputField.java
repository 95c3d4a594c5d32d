package dev.assay.ui.prompts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.prompt.PromptVariable;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A field of the form: the value of one variable as text. An empty field gives no value, so the default applies. */
final class InputField {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromptVariable variable;
    private final StringProperty text = new SimpleStringProperty("");
    private @Nullable Object filled;

    InputField(PromptVariable variable) {
        this.variable = variable;
    }

    /** Takes a value over from a case; its type is kept until the text is edited. */
    void fill(@Nullable Object value) {
        filled = value;
        text.set(write(value));
    }

    /** The value for the renderer; empty where the field is empty. */
    Optional<Object> value() {
        String written = text.get();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (filled != null && written.equals(write(filled))) {
            return Optional.of(filled);
        }
        return Optional.of(read(written));
    }

    PromptVariable variable() {
        return variable;
    }

    /** What the field shows; writable. */
    StringProperty textProperty() {
        return text;
    }

    /** The default as it is shown in an empty field; empty where there is none. */
    String defaultText() {
        return write(variable.defaultValue());
    }

    /** Text is text unless the schema says otherwise; what does not fit the schema is left to the renderer to refuse. */
    private Object read(String written) {
        String type = variable.type();
        if (type == null || type.equals("string")) {
            return written;
        }
        try {
            Object value = JSON.readValue(written, Object.class);
            return value == null ? written : value;
        } catch (JsonProcessingException e) {
            return written;
        }
    }

    private static String write(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
            try {
                return JSON.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                return value.toString();
            }
        }
        return value.toString();
    }
}
