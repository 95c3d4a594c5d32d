package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.history.CallLog;
import dev.assay.llm.InputException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay history views}: questions that are asked again and again. */
@Command(
        name = "views",
        description = {
            "Lists the saved views, saves one, or forgets one:",
            "  assay history views --save failures error:any since:7d",
            "  assay history list --view failures"
        })
final class HistoryViewsCommand implements Runnable {
    private final Session session;

    @Option(names = "--save", paramLabel = "NAME", description = "Save the WORDS under this name.")
    private @Nullable String save;

    @Option(names = "--delete", paramLabel = "NAME", description = "Forget the view of this name.")
    private @Nullable String delete;

    @Parameters(paramLabel = "WORDS", arity = "0..*", description = "As for assay history list.")
    private List<String> words = List.of();

    HistoryViewsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String saved = save;
        String deleted = delete;
        if (saved == null && !words.isEmpty()) {
            throw new InputException("Say under which name to save this: --save NAME");
        }
        try (var workbench = session.openWorkbench()) {
            CallLog calls = workbench.history().calls();
            if (saved != null) {
                calls.saveView(saved, String.join(" ", words));
            }
            if (deleted != null && !calls.deleteView(deleted)) {
                throw new InputException("There is no view '" + deleted + "'");
            }
            Map<String, String> views = calls.views();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            ObjectNode node = document.putObject("views");
            views.forEach(node::put);
            session.print(
                    document,
                    views.isEmpty()
                            ? List.of("There are no views yet")
                            : views.entrySet().stream()
                                    .map(view -> view.getKey() + ": " + view.getValue())
                                    .toList());
        }
    }
}
