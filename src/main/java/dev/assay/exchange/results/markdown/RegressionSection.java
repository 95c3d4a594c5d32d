package dev.assay.exchange.results.markdown;

import dev.assay.exchange.results.content.AnswerText;
import dev.assay.exchange.results.content.CaseRow;
import dev.assay.exchange.results.content.Figures;
import dev.assay.exchange.results.content.Regression;
import dev.assay.experiment.Comparison;
import dev.assay.history.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The cases on which a variant lost most against the baseline, each with a link to its texts below. */
final class RegressionSection {
    private static final int MOST = 8;
    private static final int LONGEST_INPUT = 120;
    private static final int LONGEST_ANSWER = 1_200;

    private final Comparison comparison;
    private final List<Regression> worst;

    RegressionSection(Comparison comparison) {
        this.comparison = comparison;
        this.worst = Regression.worst(comparison, MOST);
    }

    /** The table; empty where nothing got worse. */
    List<String> table() {
        var lines = new ArrayList<String>();
        if (worst.isEmpty()) {
            return lines;
        }
        String baseline = label(0);
        lines.add("#### Worst regressions against " + baseline);
        lines.add("");
        lines.add("| case | | metric | " + baseline + " | score | difference | inputs |");
        lines.add("| --: | :-- | :-- | --: | --: | --: | :-- |");
        for (Regression regression : worst) {
            lines.add(VariantTable.line(List.of(
                    "[" + (regression.testCase() + 1) + "](#case-" + (regression.testCase() + 1) + ")",
                    label(regression.variant()),
                    MarkdownText.plain(regression.metric()),
                    Figures.score(regression.baseline()),
                    Figures.score(regression.score()),
                    Figures.score(regression.difference()),
                    MarkdownText.code(inputs(regression.testCase()), LONGEST_INPUT))));
        }
        return lines;
    }

    /** One section a case, folded, with what the variants answered; the target of the links. */
    List<String> details() {
        return worst.stream()
                .map(Regression::testCase)
                .distinct()
                .map(this::detail)
                .toList();
    }

    private String detail(int index) {
        CaseRow row = row(index);
        var text = new StringBuilder(
                "##### Case " + row.number() + "\n\n<details><summary>Inputs and answers</summary>\n\n");
        row.inputs()
                .forEach((name, value) -> text.append(MarkdownText.plain(name))
                        .append(":\n\n")
                        .append(MarkdownText.block(String.valueOf(value), LONGEST_ANSWER))
                        .append("\n\n"));
        for (List<Cell> cells : row.byVariant()) {
            for (Cell cell : cells) {
                text.append("**").append(label(cell.key().variant())).append("**\n\n");
                text.append(MarkdownText.block(AnswerText.of(cell).text(), LONGEST_ANSWER))
                        .append("\n\n");
            }
        }
        return text.append("</details>\n").toString();
    }

    private String inputs(int index) {
        return row(index).inputs().values().stream().map(String::valueOf).collect(Collectors.joining(" · "));
    }

    private CaseRow row(int index) {
        return CaseRow.of(comparison).stream()
                .filter(row -> row.index() == index)
                .findFirst()
                .orElseThrow();
    }

    private String label(int variant) {
        return comparison.run().variants().get(variant).label();
    }
}
