package dev.assay.cli.hostile;

import dev.assay.cli.CommandLineHarness;
import dev.assay.cli.CommandLineHarness.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs every command over a world, first those that only look, and gathers what is wrong with how they behave. */
final class EveryCommand {
    private static final int LONGEST_SECONDS = Integer.getInteger("assay.hostile.seconds", 60);
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_OUTPUT = 3 << 20;
    private static final List<String> TEXTS =
            List.of("prompts show", "prompts diff", "prompts blame", "render", "export", "runs export", "compare");
    private static final Set<Integer> DOCUMENTED = Set.of(0, 1, 2, 3, 130);

    /** Those that only look. */
    static final List<String> LOOKING = List.of(
            "prompts list",
            "prompts list --deleted --json",
            "lint",
            "lint --json",
            "lint hostile",
            "doctor",
            "prompts show hostile",
            "prompts show plain@HEAD",
            "prompts log plain",
            "prompts log hostile",
            "prompts blame plain",
            "prompts blame hostile",
            "prompts diff plain",
            "prompts diff hostile",
            "prompts search e",
            "render plain --case words:1",
            "render hostile --var word=x",
            "render plain --case hostile:1",
            "compare --prompt plain --model offline/brief --dataset words",
            "compare --prompt hostile --model offline/brief --dataset hostile --no-judge --json",
            "runs list",
            "runs show 1",
            "runs export 1 --format json",
            "runs drift latest",
            "metrics",
            "budgets",
            "import log workspace/datasets/hostile.csv --dry-run",
            "rejudge --metrics length<=9 --no-judge",
            "export promptfoo hostile --dataset hostile",
            "export curl plain",
            "dataset show hostile",
            "dataset check hostile --prompt plain",
            "prompts branch",
            "prompts tag",
            "prompts stash --list",
            "prompts remote",
            "providers presets",
            "models offline",
            "prompts fetch");

    /** Those that change something. */
    static final List<String> CHANGING = List.of(
            "prompts duplicate hostile copy",
            "prompts rename plain renamed",
            "prompts commit hostile -m Change",
            "prompts delete copy",
            "prompts delete hostile",
            "prompts restore hostile",
            "prompts branch made",
            "prompts tag v1",
            "prompts stash -m Aside",
            "prompts stash --apply 0",
            "prompts switch other",
            "prompts switch main",
            "prompts merge other",
            "prompts resolve hostile",
            "prompts pull",
            "prompts push",
            "prompts unlock",
            "dataset golden hostile --case 1 --expected x",
            "import auto workspace/datasets/hostile.csv --name taken",
            "providers add groq",
            "demo --no-window",
            "prompts list");

    /** Those whose work depends on what texts hold. */
    private static final List<String> READING = List.of(
            "prompts list",
            "lint",
            "doctor",
            "prompts show hostile",
            "prompts blame hostile",
            "prompts diff hostile",
            "prompts search e",
            "render plain --case words:1",
            "render hostile --var word=x",
            "render plain --case hostile:1 --json",
            "compare --prompt plain --model offline/brief --dataset words --no-judge",
            "compare --prompt hostile --model offline/brief --dataset hostile --no-judge --json",
            "export promptfoo hostile --dataset hostile",
            "dataset show hostile",
            "dataset check hostile --prompt plain",
            "import auto workspace/datasets/hostile.csv --name taken",
            "prompts duplicate hostile copy",
            "prompts rename plain renamed",
            "prompts commit hostile -m Change",
            "prompts log hostile",
            "prompts switch other",
            "prompts stash -m Aside");

    private final HostileWorld world;
    private final CommandLineHarness commands;
    private final List<String> complaints = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();

    private EveryCommand(HostileWorld world) {
        this.world = world;
        this.commands = world.commands();
    }

    /** What is wrong; empty where every command behaves. */
    static List<String> over(HostileWorld world) throws Exception {
        return over(world, Stream.concat(LOOKING.stream(), CHANGING.stream()).toList());
    }

    /** The same of those commands that change nothing. */
    static List<String> thatLooks(HostileWorld world) throws Exception {
        return over(world, LOOKING);
    }

    /** The same of those commands that read whole texts. */
    static List<String> thatReads(HostileWorld world) throws Exception {
        return over(world, READING);
    }

    /** The same of any commands. */
    static List<String> over(HostileWorld world, List<String> lines) throws Exception {
        var every = new EveryCommand(world);
        Map<String, String> before = world.lookOutside();
        try {
            every.all(lines);
        } finally {
            world.openPipes();
        }
        if (Boolean.getBoolean("assay.hostile.transcript")) {
            System.err.println(every.transcript);
        }
        if (Boolean.getBoolean("assay.hostile.transcript")) {
            every.complaints.forEach(complaint -> System.err.println("COMPLAINT " + complaint));
        }
        if (!world.lookOutside().equals(before)) {
            every.complaints.add("something outside was written: " + difference(before, world.lookOutside()));
        }
        world.leaks().forEach(file -> every.complaints.add("what lies outside got into " + file));
        return every.complaints;
    }

    private void all(List<String> lines) throws InterruptedException {
        for (String line : lines) {
            if (!run(line)) {
                return;
            }
        }
    }

    /** Whether the command ended. */
    private boolean run(String line) throws InterruptedException {
        String[] arguments = ("--workspace workspace " + line).split(" ");
        var task = new FutureTask<>(() -> commands.run(arguments));
        Thread thread = Thread.ofPlatform().daemon().start(task);
        try {
            check(line, task.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            return true;
        } catch (TimeoutException e) {
            complaints.add(line + ": does not end, it is at " + stack(thread));
            world.openPipes();
            thread.interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            String top = Arrays.stream(e.getCause().getStackTrace())
                    .limit(12)
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n      "));
            complaints.add(line + ": throws " + e.getCause() + "\n      " + top);
            return true;
        }
    }

    private static String stack(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .limit(25)
                .map(String::valueOf)
                .collect(Collectors.joining("\n      "));
    }

    private void check(String line, Result result) {
        transcript
                .append("$ assay ")
                .append(line)
                .append("  -> ")
                .append(result.status())
                .append('\n')
                .append(result.out(), 0, Math.min(300, result.out().length()))
                .append(result.err(), 0, Math.min(600, result.err().length()));
        String all = result.out() + result.err();
        require(DOCUMENTED.contains(result.status()), line, "exit status " + result.status());
        require(!all.contains("A mistake in Assay itself"), line, result.err());
        require(!all.contains("\tat ") && !all.contains("Exception"), line, "stack trace: " + result.err());
        require(!all.contains(HostileWorld.SECRET), line, "shows what lies outside: " + all);
        require(result.err().lines().count() <= MOST_LINES, line, "too many lines: " + result.err());
        require(
                result.err().lines().allMatch(each -> each.length() <= LONGEST_LINE),
                line,
                "too long a line: "
                        + result.err().substring(0, Math.min(200, result.err().length())));
        // What prints a text prints it as it is; on a terminal its control characters are replaced.
        String own = TEXTS.stream().anyMatch(line::startsWith) ? result.err() : all;
        require(own.length() <= MOST_OUTPUT, line, "too much output: " + own.length());
        require(own.chars().noneMatch(EveryCommand::steersATerminal), line, "raw control characters: " + own);
    }

    private static boolean steersATerminal(int c) {
        return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f);
    }

    private void require(boolean good, String line, String complaint) {
        if (!good) {
            complaints.add(line + ": " + complaint.substring(0, Math.min(1_500, complaint.length())));
        }
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        var all = new java.util.TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(path -> !java.util.Objects.equals(before.get(path), after.get(path)))
                .collect(Collectors.joining(", "));
    }
}
