package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.exchange.Format;
import dev.assay.exchange.Imports;
import dev.assay.exchange.conversion.ColumnMapping;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.PromptFields;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.columns.ColumnArguments;
import dev.assay.exchange.table.columns.ColumnGuess;
import dev.assay.exchange.table.columns.TablePreview;
import dev.assay.llm.InputException;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.workbench.Exchange;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay import}: prompts and cases of other tools become files of the workspace, logged calls history. */
@Command(
        name = "import",
        description = "Prompts and cases of other tools, into the workspace; nothing is committed or overwritten.")
public final class ImportCommand implements Runnable {
    private static final String LOG = "log";

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "auto, promptfoo, langfuse, prompty, langchain, openai, chat-jsonl, csv or jsonl; or log, for"
                    + " calls that another program has logged, one JSON object a line with timestamp, provider, model,"
                    + " operation, prompt_tokens, completion_tokens, total_tokens, latency_ms, cost_usd and error: they"
                    + " count in assay metrics, each line once however often its file is imported.")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to import.")
    private String file = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What prompt and dataset are called. Default: as the file.")
    private @Nullable String name;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=INPUT",
            description = "What a column of a table becomes: an input, 'expected' for the correct answer, or nothing to"
                    + " leave it out. May be given several times.")
    private List<String> map = new ArrayList<>();

    @Option(
            names = "--for",
            paramLabel = "PROMPT",
            description = "The prompt that a table is for: its columns are matched with the inputs by name.")
    private @Nullable String prompt;

    @Option(names = "--dry-run", description = "Tell what would become of it and write nothing.")
    private boolean dryRun;

    /** The command of a session. */
    public ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (format.equals(LOG)) {
            importLog();
            return;
        }
        try (var workbench = session.openWorkbench()) {
            ImportSource source = source(workbench.exchange());
            Format chosen = format.equals("auto") ? Imports.require(source) : Format.of(format);
            ImportResult result = workbench.exchange().plan(chosen, source, options(chosen, source, workbench));
            List<String> written = dryRun ? List.of() : workbench.exchange().write(result);
            session.print(json(chosen, result, written), text(chosen, result));
        }
    }

    private void importLog() {
        if (name != null || prompt != null || !map.isEmpty()) {
            throw new InputException("--name, --map and --for are for prompts and cases: a log has neither");
        }
        new LogImport(session).run(file, dryRun);
    }

    private ImportOptions options(Format chosen, ImportSource source, Workbench workbench) {
        if (map.isEmpty() && prompt == null) {
            return ImportOptions.DEFAULTS;
        }
        if (chosen != Format.CSV) {
            throw new InputException("--map and --for are for tables, and " + file + " is read as " + chosen.label()
                    + ": name the format csv where it is a table");
        }
        List<String> header = TablePreview.of(source, 0).header();
        PromptFields fields =
                prompt == null ? PromptFields.NONE : workbench.exchange().fields(PromptArgument.parse(prompt));
        ColumnMapping guessed = prompt == null ? ColumnMapping.AS_IT_IS : ColumnGuess.of(header, fields.names());
        return fields.options(ColumnArguments.read(guessed, header, map), Optional.empty());
    }

    private ImportSource source(Exchange exchange) {
        ImportSource source = exchange.read(session.path(file), file);
        if (name == null) {
            return source;
        }
        if (!WorkspacePaths.isName(name)) {
            throw new InputException("'" + name + "' is not a proper name: write a path such as support/triage");
        }
        return source.named(name);
    }

    private List<String> text(Format chosen, ImportResult result) {
        List<String> lines = new ArrayList<>();
        lines.add((dryRun ? "Would import " : "Imported ") + file + " as " + chosen.label());
        result.prompts().forEach(prompt -> lines.add("  " + WorkspacePaths.ofPrompt(prompt.name())));
        result.datasets()
                .forEach(dataset -> lines.add("  datasets/" + dataset.name() + "." + dataset.ending() + "  ("
                        + dataset.cases() + (dataset.cases() == 1 ? " case)" : " cases)")));
        lines.addAll(ReportLines.of(result.report()));
        return lines;
    }

    private ObjectNode json(Format chosen, ImportResult result, List<String> written) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", chosen.id());
        document.put("dryRun", dryRun);
        ArrayNode prompts = document.putArray("prompts");
        result.prompts()
                .forEach(
                        prompt -> prompts.addObject().put("name", prompt.name()).put("text", prompt.text()));
        ArrayNode datasets = document.putArray("datasets");
        result.datasets()
                .forEach(dataset -> datasets.addObject()
                        .put("name", dataset.name())
                        .put("ending", dataset.ending())
                        .put("cases", dataset.cases()));
        ArrayNode files = document.putArray("written");
        written.forEach(files::add);
        ReportLines.into(document.putArray("report"), result.report());
        return document;
    }
}
