package dev.assay.exchange.promptfoo;

import dev.assay.exchange.chat.PromptDraft;
import dev.assay.exchange.chat.Secrets;
import dev.assay.exchange.conversion.ImportOptions;
import dev.assay.exchange.conversion.ImportResult;
import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import dev.assay.exchange.conversion.Importer;
import dev.assay.exchange.document.Value;
import dev.assay.exchange.document.YamlDocument;
import dev.assay.exchange.promptfoo.tests.TestRows;
import dev.assay.exchange.promptfoo.tests.TestTable;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.source.ImportSource;
import dev.assay.exchange.table.CsvTable;
import dev.assay.exchange.table.JsonLineReader;
import dev.assay.exchange.table.Rows;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a promptfoo configuration into prompts and a dataset; also its tables of tests by themselves. */
public final class PromptfooImporter implements Importer {
    private static final Set<String> KNOWN =
            Set.of("description", "prompts", "providers", "targets", "tests", "defaultTest", "scenarios", "$schema");
    private static final int COMPARED = 5;

    @Override
    public ImportResult read(ImportSource source, ImportOptions options) {
        String head = source.head().stripLeading();
        if (isTable(source)) {
            return table(source);
        }
        if (source.file().endsWith(".jsonl")
                || (head.startsWith("{\"vars\"") && head.lines().count() > 1)) {
            return lines(source);
        }
        Value root = YamlDocument.read(source.file(), source.text());
        if (!root.isMap() || !(root.get("prompts").exists() || root.get("tests").exists())) {
            throw new InputException(
                    new SourceLocation(source.file(), 1, 1),
                    "This is no promptfoo configuration: it has neither prompts nor tests");
        }
        return configuration(source, root);
    }

    private static ImportResult configuration(ImportSource source, Value root) {
        var report = new Report.Builder();
        var tests = new TestRows(source, root.get("defaultTest"), report);
        tests.read(root.get("tests"));
        tests.scenarios(root.get("scenarios"));
        List<Map<String, Object>> rows = tests.finish();
        List<Map<String, Object>> samples = rows.stream().limit(COMPARED).toList();
        Value providers = root.get(root.get("providers").exists() ? "providers" : "targets");
        List<ImportedPrompt> prompts = root.get("prompts").exists()
                ? new PromptfooPrompts(
                                source,
                                draft -> {
                                    settings(draft, root, providers, report);
                                    if (rows.isEmpty()) {
                                        defaults(draft, root.get("defaultTest").get("vars"), report);
                                    }
                                },
                                samples,
                                report)
                        .read(root.get("prompts"))
                : List.of();
        root.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key) && value.exists()) {
                boolean secret = Secrets.holds(key, value.raw()) || key.equals("env");
                report.leftOut(
                        value.place(),
                        key,
                        secret
                                ? "not copied: it may hold secrets"
                                : "left out: Assay has nothing like it in a prompt or dataset");
            }
        });
        return new ImportResult(prompts, dataset(source, rows, report), report.build());
    }

    private static List<ImportedDataset> dataset(
            ImportSource source, List<Map<String, Object>> rows, Report.Builder report) {
        if (rows.isEmpty()) {
            return List.of();
        }
        report.converted("", rows.size() + (rows.size() == 1 ? " test" : " tests"), "a dataset");
        return List.of(Rows.dataset(source.name(), rows));
    }

    private static void settings(PromptDraft draft, Value root, Value providers, Report.Builder report) {
        root.get("description").text().ifPresent(text -> draft.put("description", text));
        Providers.read(providers, draft, report);
    }

    /** What every test would have, where there is no test to hold it. */
    private static void defaults(PromptDraft draft, Value vars, Report.Builder report) {
        vars.fields().forEach((name, value) -> {
            Object raw = value.raw();
            if (raw != null) {
                draft.defaultValue(name, raw);
                report.converted(value.place(), "defaultTest.vars " + name, "input.default");
            }
        });
    }

    private static ImportResult table(ImportSource source) {
        var report = new Report.Builder();
        var tests = new TestRows(source, Value.of(null, ""), report);
        TestTable.rows(source, "", report).forEach(tests::test);
        return testsOnly(source, tests.finish(), report);
    }

    private static ImportResult lines(ImportSource source) {
        var report = new Report.Builder();
        var tests = new TestRows(source, Value.of(null, ""), report);
        JsonLineReader.all(source).forEach(tests::test);
        return testsOnly(source, tests.finish(), report);
    }

    private static ImportResult testsOnly(ImportSource source, List<Map<String, Object>> rows, Report.Builder report) {
        if (rows.isEmpty()) {
            throw new InputException(new SourceLocation(source.file(), 1, 1), "The file has no test");
        }
        return new ImportResult(List.of(), dataset(source, rows, report), report.build());
    }

    /** Whether a table is one of promptfoo's. */
    public static boolean isTable(ImportSource source) {
        if (!source.file().matches("(?i).*\\.(csv|tsv)")
                && !source.head().stripLeading().matches("(?s)[\\w\"]+[,;\\t].*")) {
            return false;
        }
        try (CsvTable table = CsvTable.open(source)) {
            return TestTable.isOne(table.header());
        } catch (InputException e) {
            return false;
        }
    }
}
