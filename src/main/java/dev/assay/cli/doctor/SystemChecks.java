package dev.assay.cli.doctor;

import dev.assay.cli.session.WindowRequirements;
import java.util.List;
import java.util.Map;

/** Looks at the machine: Java and the display. */
final class SystemChecks {
    private SystemChecks() {}

    static List<Check> run(Map<String, String> environment) {
        return List.of(java(), display(environment));
    }

    private static Check java() {
        return Check.ok("java", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor"));
    }

    private static Check display(Map<String, String> environment) {
        return WindowRequirements.problem(environment)
                .map(problem -> Check.warn("display", problem))
                .orElseGet(() -> Check.ok("display", "the window can open"));
    }
}
