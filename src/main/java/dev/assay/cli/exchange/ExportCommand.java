package dev.assay.cli.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.exchange.ExportFormat;
import dev.assay.exchange.conversion.DatasetText;
import dev.assay.exchange.exporting.ExportResult;
import dev.assay.exchange.report.Outcome;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import dev.assay.prompt.PromptRef;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay export}: a prompt in the format of another tool, or as a program. */
@Command(name = "export", description = "A prompt in the format of another tool, or as a program that sends it.")
public final class ExportCommand implements Runnable {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description =
                    "promptfoo, langfuse, prompty, langchain, openai, chat-jsonl, csv, jsonl, curl, python or java.")
    private String format = "";

    @Parameters(
            index = "1",
            paramLabel = "PROMPT[@REV]",
            description = "A prompt; at a revision, or as it lies on disk.")
    private String prompt = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write into this file, which must not exist. Default: print.")
    private @Nullable String out;

    @Option(names = "--dataset", paramLabel = "D", description = "The cases to write with it.")
    private @Nullable String dataset;

    @Option(
            names = "--model",
            paramLabel = "PROVIDER/MODEL",
            description = "The model to name instead of the prompt's.")
    private @Nullable String model;

    @Option(names = "--at", paramLabel = "REV", description = "The revision; the same as PROMPT@REV.")
    private @Nullable String revision;

    /** The command of a session. */
    public ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        ExportFormat chosen = ExportFormat.of(format);
        PromptRef asked = PromptArgument.parse(prompt);
        PromptRef ref = revision == null ? asked : new PromptRef(asked.name(), revision);
        ModelId named = model == null ? null : ModelId.parse(model);
        try (var workbench = session.openWorkbench()) {
            ExportResult result = workbench.exchange().export(chosen, ref, dataset, named);
            if (result.refused()) {
                throw new InputException(ref + " cannot be written as " + chosen.label() + ": "
                        + result.report().of(Outcome.REFUSED).getFirst());
            }
            if (out != null) {
                write(session.path(out), result.content());
            }
            ReportLines.of(result.report()).forEach(session.terminal()::note);
            session.print(
                    json(chosen, result),
                    out == null ? List.of(result.text().stripTrailing()) : List.of("Wrote " + out));
        }
    }

    private static void write(Path file, DatasetText text) {
        try {
            if (Files.exists(file)) {
                throw new InputException(file + " is there already: name another file");
            }
            try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
                text.writeTo(writer);
            }
        } catch (IOException e) {
            throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static ObjectNode json(ExportFormat chosen, ExportResult result) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", chosen.id());
        document.put("ending", result.ending());
        document.put("text", result.text());
        ReportLines.into(document.putArray("report"), result.report());
        return document;
    }
}
