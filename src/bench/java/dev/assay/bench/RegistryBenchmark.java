package dev.assay.bench;

import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.search.SearchQuery;
import dev.assay.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How fast the registry is in a large workspace, against C git on the same repository: histories with and without a
 * commit-graph, and what the window asks for again and again. The start of the git process is measured and not counted
 * for git.
 */
public final class RegistryBenchmark {
    private static final int ROUNDS = 11;
    private static final int PAGE = 50;
    private static final String FORMAT = "--format=%H%n%an%n%ae%n%ct%n%B";

    private final LargeWorkspace workspace;
    private final double start;

    private RegistryBenchmark(LargeWorkspace workspace) throws Exception {
        this.workspace = workspace;
        var starts = new Times();
        for (int i = 0; i < ROUNDS; i++) {
            starts.add(() -> workspace.git("--version"));
        }
        this.start = starts.median();
    }

    /** Times in milliseconds. */
    private static final class Times {
        private final List<Double> times = new ArrayList<>();

        void add(Callable<?> work) throws Exception {
            long begin = System.nanoTime();
            work.call();
            times.add((System.nanoTime() - begin) / 1e6);
        }

        /** When Java has compiled nothing yet. */
        double first() {
            return times.getFirst();
        }

        double median() {
            return times.stream().sorted().toList().get(times.size() / 2);
        }
    }

    /**
     * Prints a table.
     *
     * @param arguments the folder to make the workspace in; {@code target} where there is none
     */
    public static void main(String[] arguments) throws Exception {
        var workspace = LargeWorkspace.in(Path.of(arguments.length == 0 ? "target" : arguments[0]).toAbsolutePath());
        var benchmark = new RegistryBenchmark(workspace);
        System.out.printf(Locale.ROOT, "Start of a git process: %.1f ms, not counted below%n%n", benchmark.start);
        System.out.printf("%-42s %9s %9s %9s %7s%n", "ms", "first", "median", "git", "ratio");
        benchmark.histories("with graph");
        workspace.dropGraph();
        benchmark.histories("no graph");
        workspace.writeGraph();
        benchmark.workingCopy();
    }

    private void histories(String graph) throws Exception {
        try (var registry = GitPromptRegistry.open(workspace.root())) {
            for (String name : new String[] {LargeWorkspace.BUSY, LargeWorkspace.QUIET}) {
                String path = "prompts/" + name + ".prompt";
                String what = name + ", " + graph + ", ";
                compare(
                        what + "page",
                        () -> registry.history().first(name, PAGE),
                        () -> workspace.git("log", FORMAT, "--follow", "-" + PAGE, "--", path));
                compare(
                        what + "all",
                        () -> registry.history().first(name, Integer.MAX_VALUE),
                        () -> workspace.git("log", FORMAT, "--follow", "--", path));
                compare(
                        what + "blame",
                        () -> registry.blame(name, null),
                        () -> workspace.git("blame", "--porcelain", path));
            }
            // This one was never renamed, so that git finds as much without looking for renames.
            compare(
                    LargeWorkspace.QUIET + ", " + graph + ", unfollowed",
                    () -> registry.history().first(LargeWorkspace.QUIET, Integer.MAX_VALUE),
                    () -> workspace.git("log", FORMAT, "--", "prompts/" + LargeWorkspace.QUIET + ".prompt"));
        }
    }

    private void workingCopy() throws Exception {
        try (var registry = GitPromptRegistry.open(workspace.root())) {
            Path edited = workspace.root().resolve("prompts/" + LargeWorkspace.BUSY + ".prompt");
            String text = Files.readString(edited);
            compare("status of a clean tree", registry::list, () -> workspace.git("status", "--porcelain"));
            Files.writeString(edited, text + "One more line.\n");
            compare("status after an edit", registry::list, () -> workspace.git("status", "--porcelain"));
            compare(
                    "search over names and texts",
                    () -> registry.search().find(SearchQuery.of("calm tone keep"), 500),
                    () -> workspace.git("grep", "-n", "-i", "-F", "calm tone keep", "--", "prompts"));
            Files.writeString(edited, text);
        }
        alone("open the registry", () -> {
            try (var registry = GitPromptRegistry.open(workspace.root())) {
                return registry.branch();
            }
        });
        alone("open the workspace", () -> {
            try (var workbench = Workbench.open(workspace.root(), "a benchmark", notice -> {})) {
                return workbench.root();
            }
        });
    }

    /** The two take turns, so that both suffer from whatever else the machine does. */
    private void compare(String what, Callable<?> ours, Callable<?> git) throws Exception {
        var own = new Times();
        var theirs = new Times();
        for (int i = 0; i < ROUNDS; i++) {
            own.add(ours);
            theirs.add(git);
        }
        double other = Math.max(0, theirs.median() - start);
        System.out.printf(
                Locale.ROOT,
                "%-42s %9.1f %9.1f %9.1f %6.2fx%n",
                what,
                own.first(),
                own.median(),
                other,
                own.median() / other);
    }

    private static void alone(String what, Callable<?> work) throws Exception {
        var own = new Times();
        for (int i = 0; i < ROUNDS; i++) {
            own.add(work);
        }
        System.out.printf(Locale.ROOT, "%-42s %9.1f %9.1f%n", what, own.first(), own.median());
    }
}
