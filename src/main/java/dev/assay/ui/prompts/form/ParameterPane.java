package dev.assay.ui.prompts.form;

import dev.assay.llm.ReasoningEffort;
import dev.assay.ui.fx.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The parameters of a prompt, the unknown ones last. */
public final class ParameterPane extends VBox {
    private static final int COLUMNS = 2;
    private static final List<String> EFFORTS =
            Arrays.stream(ReasoningEffort.values()).map(ReasoningEffort::word).toList();

    private final GridPane grid = new GridPane();
    private final VBox others = new VBox();

    /** Without parameters yet. */
    public ParameterPane() {
        getStyleClass().add("form-section");
        grid.getStyleClass().add("form-grid");
        others.getStyleClass().add("form-section");
        IntStream.range(0, COLUMNS).forEach(i -> {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        });
    }

    /** Shows the parameters of a form. */
    void show(FormViewModel form) {
        int index = 0;
        for (ParameterKind kind : ParameterKind.values()) {
            if (kind != ParameterKind.STOP_SEQUENCES && kind != ParameterKind.TOOL_CHOICE) {
                var field = kind == ParameterKind.REASONING_EFFORT
                        ? FieldBox.fixed(caption(kind), "form-" + kind.key(), form.parameter(kind), () -> EFFORTS)
                        : FieldBox.line(
                                caption(kind), Messages.get("form.unset"), "form-" + kind.key(), form.parameter(kind));
                grid.add(field, index % COLUMNS, index / COLUMNS);
                index++;
            }
        }
        var stop = FieldBox.area(
                caption(ParameterKind.STOP_SEQUENCES),
                Messages.get("form.stop.example"),
                "form-stop",
                1,
                form.parameter(ParameterKind.STOP_SEQUENCES));
        getChildren().setAll(grid, stop, others);
        form.others().addListener((ListChangeListener<FormViewModel.OtherSetting>) change -> showOthers(form));
        showOthers(form);
    }

    private void showOthers(FormViewModel form) {
        others.getChildren()
                .setAll(form.others().stream()
                        .map(other -> FieldBox.line(other.key(), "", "", other.value()))
                        .toList());
    }

    static String caption(ParameterKind kind) {
        return switch (kind) {
            case TEMPERATURE -> Messages.get("form.temperature");
            case TOP_P -> Messages.get("form.topP");
            case TOP_K -> Messages.get("form.topK");
            case MAX_OUTPUT_TOKENS -> Messages.get("form.maxOutputTokens");
            case SEED -> Messages.get("form.seed");
            case CONTEXT_TOKENS -> Messages.get("form.contextTokens");
            case FREQUENCY_PENALTY -> Messages.get("form.frequencyPenalty");
            case PRESENCE_PENALTY -> Messages.get("form.presencePenalty");
            case REASONING_EFFORT -> Messages.get("form.reasoningEffort");
            case TOOL_CHOICE -> Messages.get("form.toolChoice");
            case STOP_SEQUENCES -> Messages.get("form.stop");
        };
    }
}
