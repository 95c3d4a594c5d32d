package dev.assay.ui.calls;

import dev.assay.history.Invocation;
import dev.assay.history.RecordedCall;
import dev.assay.history.metrics.CallRecord;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.Figures;
import dev.assay.ui.results.detail.Detail;
import dev.assay.ui.results.detail.DetailBlocks;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was sent, what came, and what that took. Public because FXML makes it. */
public final class CallPane extends TabPane {
    private static final double NAME_WIDTH = 96;
    private static final double GAP = 6;

    private final TextArea answer = area("plain-area");
    private final VBox prompt = page();
    private final GridPane figures = new GridPane(2 * GAP, GAP);
    private final VBox notes = new VBox(GAP);
    private final TextArea request = area("monospace");
    private final TextArea response = area("monospace");

    /** Shows no call yet. */
    public CallPane() {
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        answer.setId("callAnswer");
        answer.setWrapText(true);
        var name = new ColumnConstraints(NAME_WIDTH);
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        figures.getColumnConstraints().setAll(name, value);
        figures.setId("callFigures");
        var answerPage = page();
        answerPage.getChildren().setAll(answer);
        var figuresPage = page();
        figuresPage.getChildren().setAll(figures, notes);
        var wire = page();
        wire.getChildren()
                .setAll(
                        heading(Messages.get("detail.request")),
                        request,
                        heading(Messages.get("detail.response")),
                        response);
        getTabs()
                .setAll(
                        new Tab(Messages.get("detail.tab.output"), answerPage),
                        new Tab(Messages.get("detail.tab.prompt"), scrolled(prompt)),
                        new Tab(Messages.get("calls.tab.figures"), scrolled(figuresPage)),
                        new Tab(Messages.get("detail.tab.wire"), wire));
    }

    private static TextArea area(String style) {
        var area = new TextArea();
        area.setEditable(false);
        area.getStyleClass().add(style);
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    private static VBox page() {
        var page = new VBox();
        page.getStyleClass().add("detail-page");
        return page;
    }

    private static Node heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("block-heading");
        return label;
    }

    private static ScrollPane scrolled(Node content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        return pane;
    }

    /** Shows a call. */
    void show(OpenCall call) {
        Optional<Detail> detail = call.detail();
        answer.setText(detail.map(Detail::output).orElse(Messages.get("calls.texts.none")));
        prompt.getChildren()
                .setAll(detail.map(Detail::messages).orElse(List.of()).stream()
                        .map(DetailBlocks::message)
                        .toList());
        notes.getChildren()
                .setAll(detail.map(Detail::notes).orElse(List.of()).stream()
                        .map(DetailBlocks::note)
                        .toList());
        request.setText(detail.map(Detail::wireRequest).orElse(""));
        response.setText(detail.map(Detail::wireResponse).orElse(""));
        fillFigures(call.recorded());
    }

    private void fillFigures(RecordedCall recorded) {
        CallRecord call = recorded.entry().figures();
        figures.getChildren().clear();
        row(Messages.get("calls.figure.id"), recorded.entry().id());
        row(Messages.get("calls.column.model"), call.provider() + "/" + call.model());
        row(Messages.get("calls.column.operation"), call.operation());
        row(Messages.get("calls.column.prompt"), call.prompt());
        RecordedCall.Place place = recorded.place();
        if (place != null) {
            row(
                    Messages.get("calls.figure.run"),
                    Messages.get(
                            "calls.figure.place",
                            place.runId(),
                            place.cell().testCase() + 1,
                            place.cell().repeat() + 1));
        }
        row(
                Messages.get("calls.column.tokens"),
                Messages.get(
                        "calls.figure.tokens", Figures.count(call.inputTokens()), Figures.count(call.outputTokens())));
        row(Messages.get("calls.column.cost"), Figures.cost(call.costUsd()));
        if (call.savedUsd() != null) {
            row(Messages.get("calls.figure.saved"), Figures.cost(call.savedUsd()));
        }
        row(Messages.get("calls.column.latency"), Figures.duration(call.latencyMs()));
        Invocation invocation = recorded.invocation();
        if (invocation != null) {
            row(Messages.get("calls.figure.batch"), invocation.batch());
        }
        row(Messages.get("calls.figure.first"), Figures.duration(call.firstTokenMs()));
        row(Messages.get("calls.column.ended"), CallTable.ended(recorded.entry()));
    }

    private void row(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            var label = new Label(name);
            label.getStyleClass().add("soft");
            var text = new Label(value);
            text.setWrapText(true);
            GridPane.setValignment(label, VPos.TOP);
            figures.addRow(figures.getRowCount(), label, text);
        }
    }
}
