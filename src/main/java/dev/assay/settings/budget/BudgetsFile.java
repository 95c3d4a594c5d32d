package dev.assay.settings.budget;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.settings.YamlField;
import dev.assay.settings.YamlFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code budgets.yaml}: a list of limits under {@code budgets}. */
public final class BudgetsFile {
    /** The file, in the workspace folder. */
    public static final String FILE = "budgets.yaml";

    private static final String LIST = "budgets";
    private static final String PER = "per";
    private static final String USD = "usd";
    private static final String MODEL = "model";
    private static final String WARN_AT = "warnAt";
    private static final double USUAL_WARNING = 0.8;

    private BudgetsFile() {}

    /**
     * The limits in the order of the file; none where it is not there.
     *
     * @throws InputException naming file, line and column of a mistake
     */
    public static List<SpendingLimit> read(Path file) {
        return YamlFile.read(file)
                .map(root -> root.fields(Set.of(LIST)).get(LIST))
                .map(list -> list.items().stream().map(BudgetsFile::limit).toList())
                .orElse(List.of());
    }

    private static SpendingLimit limit(YamlField item) {
        Map<String, YamlField> fields = item.fields(Set.of(PER, USD, MODEL, WARN_AT));
        YamlField usd = fields.get(USD);
        YamlField per = fields.get(PER);
        if (usd == null || per == null) {
            throw item.error("a budget needs per and usd, such as {per: day, usd: 5}");
        }
        return new SpendingLimit(
                per(per),
                amount(usd),
                Optional.ofNullable(fields.get(MODEL)).map(BudgetsFile::model).orElse(null),
                Optional.ofNullable(fields.get(WARN_AT)).map(BudgetsFile::share).orElse(USUAL_WARNING));
    }

    private static SpendingLimit.Per per(YamlField field) {
        return switch (field.text()) {
            case "day" -> SpendingLimit.Per.DAY;
            case "month" -> SpendingLimit.Per.MONTH;
            default -> throw field.error("per is '" + field.text() + "' but must be day or month");
        };
    }

    private static BigDecimal amount(YamlField field) {
        String text = field.text();
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw field.error("usd is '" + text + "' but must be an amount in US dollars, such as 2.50");
        }
        return new BigDecimal(text);
    }

    private static ModelId model(YamlField field) {
        try {
            return ModelId.parse(field.text());
        } catch (InputException e) {
            throw field.error(e.getMessage());
        }
    }

    private static double share(YamlField field) {
        String text = field.text();
        double share = text.matches("0?\\.\\d{1,9}|1(\\.0+)?") ? Double.parseDouble(text) : 0;
        if (share == 0) {
            throw field.error("warnAt is '" + text + "' but must be a part of the budget, such as 0.8");
        }
        return share;
    }
}
