package dev.assay.experiment;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers why cases cannot be rendered, and says it in one line: the first few reasons, each with its cases. */
public final class CaseFaults {
    private static final int MOST_REASONS = 3;
    private static final int MOST_CASES = 3;

    private final Dataset dataset;
    private final String prompt;
    private final Map<String, List<TestCase>> casesByReason = new LinkedHashMap<>();
    private @Nullable SourceLocation first;

    /**
     * @param dataset where the cases come from
     * @param prompt the file of the prompt
     */
    public CaseFaults(Dataset dataset, String prompt) {
        this.dataset = dataset;
        this.prompt = prompt;
    }

    /** One more case that cannot be rendered, and why. */
    public void add(InputException fault, TestCase testCase) {
        String reason = fault.getMessage();
        if (casesByReason.isEmpty()) {
            first = fault.location();
        }
        casesByReason.computeIfAbsent(reason, none -> new ArrayList<>()).add(testCase);
    }

    /** Throws where there is a fault: at the place of the first one. */
    public void throwIfAny() {
        if (casesByReason.isEmpty()) {
            return;
        }
        String reasons = casesByReason.entrySet().stream()
                .limit(MOST_REASONS)
                .map(entry -> reason(entry.getKey()) + " (" + cases(entry.getValue()) + ")")
                .collect(Collectors.joining("; "));
        int more = casesByReason.values().stream()
                .skip(MOST_REASONS)
                .mapToInt(List::size)
                .sum();
        String message = reasons + (more == 0 ? "" : "; and " + more + " more");
        throw first == null ? new InputException(prompt + ": " + message) : new InputException(first, message);
    }

    /** The place that stands before the whole line is not said again. */
    private String reason(String message) {
        String prefix = first + ": ";
        return first != null && message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private String cases(List<TestCase> cases) {
        String some = cases.stream().limit(MOST_CASES).map(CaseFaults::one).collect(Collectors.joining(", "));
        int more = cases.size() - MOST_CASES;
        return (cases.size() == 1 ? "case " : "cases ") + some + (more > 0 ? " and " + more + " more" : "")
                + " of dataset " + dataset.name() + ", which gives "
                + String.join(", ", cases.getFirst().inputs().keySet());
    }

    private static String one(TestCase testCase) {
        return (testCase.index() + 1) + (testCase.line() == 0 ? "" : " (line " + testCase.line() + ")");
    }
}
