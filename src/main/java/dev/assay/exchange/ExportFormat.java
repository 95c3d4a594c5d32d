package dev.assay.exchange;

import dev.assay.exchange.code.CurlExporter;
import dev.assay.exchange.code.JavaExporter;
import dev.assay.exchange.code.PythonExporter;
import dev.assay.exchange.exporting.Exporter;
import dev.assay.exchange.langchain.LangChainExporter;
import dev.assay.exchange.langfuse.LangfuseExporter;
import dev.assay.exchange.openai.ChatExporter;
import dev.assay.exchange.openai.ChatLinesExporter;
import dev.assay.exchange.promptfoo.PromptfooExporter;
import dev.assay.exchange.prompty.PromptyExporter;
import dev.assay.exchange.table.DatasetExporter;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats that a prompt can be exported to. */
public enum ExportFormat {
    PROMPTFOO("promptfoo", false, new PromptfooExporter()),
    LANGFUSE("Langfuse prompt (JSON)", false, new LangfuseExporter()),
    PROMPTY("Prompty", false, new PromptyExporter()),
    LANGCHAIN("LangChain, LangSmith", false, new LangChainExporter()),
    OPENAI("Chat (JSON)", false, new ChatExporter()),
    CHAT_JSONL("Chats (JSONL)", true, new ChatLinesExporter()),
    CSV("Cases (CSV)", true, new DatasetExporter(false)),
    JSONL("Cases (JSONL)", true, new DatasetExporter(true)),
    CURL("curl", false, new CurlExporter()),
    PYTHON("Python", false, new PythonExporter()),
    JAVA("Java", false, new JavaExporter());

    private final String label;
    private final boolean needsDataset;
    private final Exporter exporter;

    ExportFormat(String label, boolean needsDataset, Exporter exporter) {
        this.label = label;
        this.needsDataset = needsDataset;
        this.exporter = exporter;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** Whether there is nothing to write without cases. */
    public boolean needsDataset() {
        return needsDataset;
    }

    /** What writes it. */
    public Exporter exporter() {
        return exporter;
    }

    /** The format of that name; throws {@link InputException} naming all there are. */
    public static ExportFormat of(String id) {
        List<String> ids = Arrays.stream(values()).map(ExportFormat::id).toList();
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no export format '" + id + "'"
                        + NearestName.hint(id, ids) + ": use " + String.join(", ", ids)));
    }
}
