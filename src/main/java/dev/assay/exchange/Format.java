package dev.assay.exchange;

import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.langchain.LangChainImporter;
import dev.assay.exchange.langfuse.LangfuseImporter;
import dev.assay.exchange.openai.ChatImporter;
import dev.assay.exchange.openai.ChatLinesImporter;
import dev.assay.exchange.promptfoo.PromptfooImporter;
import dev.assay.exchange.prompty.PromptyImporter;
import dev.assay.exchange.table.CsvImporter;
import dev.assay.exchange.table.JsonLinesImporter;
import dev.assay.llm.InputException;
import dev.assay.llm.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The formats that can be imported. */
public enum Format {
    PROMPTFOO("promptfoo", PromptfooImporter::new),
    LANGFUSE("Langfuse prompt (JSON)", LangfuseImporter::new),
    PROMPTY("Prompty", PromptyImporter::new),
    LANGCHAIN("LangChain, LangSmith", LangChainImporter::new),
    OPENAI("Chat (JSON)", ChatImporter::new),
    CHAT_JSONL("Chats (JSONL)", ChatLinesImporter::new),
    CSV("Table (CSV)", CsvImporter::new),
    JSONL("Cases (JSONL)", JsonLinesImporter::new);

    private final String label;
    private final Supplier<Importer> importer;

    Format(String label, Supplier<Importer> importer) {
        this.label = label;
        this.importer = importer;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** What reads it. */
    public Importer importer() {
        return importer.get();
    }

    /** The format of that name; throws {@link InputException} naming all there are. */
    public static Format of(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no import format '" + id + "'"
                        + NearestName.hint(id, ids()) + ": use auto, " + String.join(", ", ids())));
    }

    private static List<String> ids() {
        return Arrays.stream(values()).map(Format::id).toList();
    }
}
