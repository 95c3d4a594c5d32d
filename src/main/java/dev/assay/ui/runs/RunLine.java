package dev.assay.ui.runs;

import dev.assay.history.Run;
import dev.assay.history.RunVariant;
import dev.assay.ui.fx.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One run in the list. Its figures come later, when somebody looks at them. */
final class RunLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Run run;
    private final ReadOnlyObjectWrapper<@Nullable RunFigures> figures = new ReadOnlyObjectWrapper<>();

    RunLine(Run run) {
        this.run = run;
    }

    Run run() {
        return run;
    }

    /** When it began, in the time of this place. */
    String time() {
        return TIME.format(run.startedAt().atZone(ZoneId.systemDefault()));
    }

    /** Prompt and model of each variant. */
    String variants() {
        return run.variants().stream().map(RunLine::variant).collect(Collectors.joining("\n"));
    }

    private static String variant(RunVariant variant) {
        return Messages.get("runs.variant", variant.label(), variant.prompt(), variant.model());
    }

    String cases() {
        return Messages.get("runs.cases", run.dataset(), run.cases());
    }

    String status() {
        return switch (run.status()) {
            case RUNNING -> Messages.get("runs.status.running");
            case FINISHED -> Messages.get("runs.status.finished");
            case STOPPED -> Messages.get("runs.status.stopped");
        };
    }

    /** Whether every word of the filter stands somewhere in this line. */
    boolean matches(String filter) {
        String all = String.join(" ", run.id(), run.title(), time(), variants(), run.dataset(), status())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** Scores and cost; null until they are loaded. */
    ReadOnlyObjectProperty<@Nullable RunFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    void put(RunFigures loaded) {
        figures.set(loaded);
    }
}
