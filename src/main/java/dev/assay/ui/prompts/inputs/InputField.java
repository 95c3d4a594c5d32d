package dev.assay.ui.prompts.inputs;

import dev.assay.prompt.PromptVariable;
import dev.assay.prompt.inputs.InputFault;
import dev.assay.prompt.inputs.TypedInputs;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A field of the form: the value of one variable as text. An empty field gives no value, so the default applies. */
public final class InputField {
    private final PromptVariable variable;
    private TypedInputs types;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable Object filled;

    InputField(PromptVariable variable, TypedInputs types) {
        this.variable = variable;
        this.types = types;
        text.subscribe(this::check);
    }

    /** Takes a value over from a case, as a run would read it; its type is kept until the text is edited. */
    void fill(@Nullable Object value) {
        filled = value;
        text.set(write(value));
        check();
    }

    /** Checks against another schema, as when the type of an inner field was edited. */
    void retype(TypedInputs changed) {
        types = changed;
        check();
    }

    /** The value for the renderer; empty where the field is empty or holds what its type does not allow. */
    Optional<Object> value() {
        return read().filter(value -> faults(value).isEmpty());
    }

    private List<InputFault> faults(Object value) {
        return types.faults(Map.of(variable.name(), value));
    }

    private Optional<Object> read() {
        String written = written();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (filled != null && written.equals(write(filled))) {
            return Optional.ofNullable(
                    types.read(Map.of(variable.name(), filled)).get(variable.name()));
        }
        return InputKind.read(variable, written);
    }

    private void check() {
        problem.set(written().isEmpty() ? "" : read().map(this::refusal).orElseGet(() -> InputKind.refusal(variable)));
    }

    /** Inner fields are named; at the field itself its name would only be said twice. */
    private String refusal(Object value) {
        return faults(value).stream()
                .findFirst()
                .map(fault -> fault.field().equals(variable.name())
                        ? Messages.get("prompts.bad.value", fault.message())
                        : Messages.get("prompts.bad.inner", fault.field(), fault.message()))
                .orElse("");
    }

    /** A choice that was taken back leaves no text at all. */
    private String written() {
        String now = text.get();
        return now == null ? "" : now;
    }

    PromptVariable variable() {
        return variable;
    }

    /** How the field is filled in. */
    InputKind kind() {
        return InputKind.of(variable);
    }

    /** The texts to choose from; empty where any may be typed. */
    List<String> choices() {
        return InputKind.choices(variable).stream().map(InputKind::write).toList();
    }

    /** What the field shows; writable. */
    StringProperty textProperty() {
        return text;
    }

    /** Why the text stands for no value of the declared type; empty where it does. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The default as it is shown in an empty field; empty where there is none. */
    String defaultText() {
        return write(variable.defaultValue());
    }

    private static String write(@Nullable Object value) {
        return value == null ? "" : InputKind.write(value);
    }
}
