package dev.assay.exchange;

import dev.assay.exchange.promptfoo.PromptfooImporter;
import dev.assay.exchange.source.ImportSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the format of a file by its name and how its text begins. It looks at the text only as far as it must. */
final class FormatDetector {
    private static final Pattern PROMPTFOO = Pattern.compile("(?m)^(prompts|tests|providers|targets|defaultTest)\\s*:");
    private static final Pattern MANIFEST =
            Pattern.compile("\"lc\"\\s*:|\"_type\"\\s*:\\s*\"(prompt|chat|few_shot)\"|\"manifest\"\\s*:");
    private static final Pattern CHAT =
            Pattern.compile("\"(messages|instructions)\"\\s*:|\"input\"\\s*:\\s*\\[|\\A\\[\\s*\\{[^}]*\"role\"\\s*:");
    private static final Pattern LANGFUSE = Pattern.compile("\"prompt\"\\s*:");

    private FormatDetector() {}

    /** The format, or empty where the text looks like none. */
    static Optional<Format> detect(ImportSource source) {
        String head = source.head().stripLeading();
        String name = source.file().toLowerCase(Locale.ROOT);
        if (name.endsWith(".prompty") || (head.startsWith("---") && !name.endsWith(".prompt"))) {
            return Optional.of(Format.PROMPTY);
        }
        if (head.startsWith("{") && (name.endsWith(".jsonl") || name.endsWith(".ndjson") || hasSeveralObjects(head))) {
            return Optional.of(lines(head));
        }
        if (head.startsWith("{") || head.startsWith("[")) {
            return json(head);
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return Optional.of(PromptfooImporter.isTable(source) ? Format.PROMPTFOO : Format.CSV);
        }
        if (PROMPTFOO.matcher(head).find()) {
            return Optional.of(Format.PROMPTFOO);
        }
        String firstLine = head.lines().findFirst().orElse("");
        boolean table = firstLine.replaceAll("\"[^\"]*\"", "").matches(".*[,;\\t].*")
                && head.lines().count() > 1;
        return table
                ? Optional.of(PromptfooImporter.isTable(source) ? Format.PROMPTFOO : Format.CSV)
                : Optional.empty();
    }

    private static boolean hasSeveralObjects(String head) {
        return head.lines()
                        .filter(line -> !line.isBlank())
                        .limit(2)
                        .filter(line ->
                                line.startsWith("{") && line.stripTrailing().endsWith("}"))
                        .count()
                == 2;
    }

    private static Format lines(String head) {
        String first = head.lines().findFirst().orElse("");
        if (first.matches("\\{\\s*\"(messages|item)\".*")
                || first.contains("\"messages\":")
                || first.contains("\"ideal\":")
                || first.matches("\\{\\s*\"conversations\"\\s*:.*")) {
            return Format.CHAT_JSONL;
        }
        return first.contains("\"vars\":") ? Format.PROMPTFOO : Format.JSONL;
    }

    private static Optional<Format> json(String head) {
        if (MANIFEST.matcher(head).find()) {
            return Optional.of(Format.LANGCHAIN);
        }
        if (head.contains("\"prompts\"") && (head.contains("\"tests\"") || head.contains("\"providers\""))) {
            return Optional.of(Format.PROMPTFOO);
        }
        if (LANGFUSE.matcher(head).find()) {
            return Optional.of(Format.LANGFUSE);
        }
        return CHAT.matcher(head).find() ? Optional.of(Format.OPENAI) : Optional.empty();
    }
}
