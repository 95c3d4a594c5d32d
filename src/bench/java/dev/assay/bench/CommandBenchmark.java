package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code assay compare} as a process of its own, from its start to its end. */
final class CommandBenchmark {
    private static final int CONCURRENCY = 128;
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private CommandBenchmark() {}

    /** Starts it three times: with classes as they are, once to remember them, and with what was remembered. */
    static void run(int calls, long latency) throws Exception {
        Path workspace = Files.createTempDirectory("assay-bench");
        Path cache = workspace.resolve("classes.aot");
        try (var server = new FakeServer(FakeServer.after(latency, OpenAiAnswers.good()))) {
            write(workspace, server, calls);
            start("plain", List.of(), workspace, server, calls);
            start("first", List.of("-XX:AOTCacheOutput=" + cache), workspace, server, calls);
            start("as installed", List.of("-XX:AOTCache=" + cache), workspace, server, calls);
        }
    }

    private static void write(Path workspace, FakeServer server, int calls) throws Exception {
        new ProcessBuilder("git", "init", "-q", workspace.toString()).inheritIO().start().waitFor();
        Files.createDirectories(workspace.resolve("prompts"));
        Files.createDirectories(workspace.resolve("datasets"));
        Files.writeString(
                workspace.resolve("prompts/ask.prompt"),
                "---\nmodel: fake/small\ninput:\n  schema:\n    q: string\n---\nAnswer this: {{q}}\n");
        Files.writeString(
                workspace.resolve("providers.yaml"),
                "providers:\n  fake:\n    dialect: openai\n    baseUrl: " + server.url() + "\n    concurrency: "
                        + CONCURRENCY + "\n    models: [small]\n");
        var rows = new StringBuilder("q\n");
        for (int i = 0; i < calls; i++) {
            rows.append("Question ").append(i).append('\n');
        }
        Files.writeString(workspace.resolve("datasets/many.csv"), rows);
    }

    private static void start(String name, List<String> flags, Path workspace, FakeServer server, int calls)
            throws Exception {
        int before = server.requests.get();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(workspace), "dev.assay.Main", "compare"));
        command.addAll(List.of("--workspace", workspace.toString(), "--prompt", "ask", "--model", "fake/small"));
        command.addAll(List.of("--dataset", "many", "--no-judge", "--no-stream", "--no-cache"));
        command.addAll(List.of("--concurrency", "" + CONCURRENCY));
        Path out = workspace.resolve("out.txt");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peak(process.pid()));
            Thread.sleep(20);
        }
        GatewayBenchmark.print(
                "command (%s): %.2f s from start to end, %d MB at most, exit %d, %d calls of %d",
                name,
                (System.nanoTime() - begin) / 1e9,
                peak / 1024,
                process.exitValue(),
                server.requests.get() - before,
                calls);
        if (process.exitValue() != 0) {
            System.out.println(Files.readString(out));
        }
    }

    /** Without the bench and its server; folders as archives, as they are installed. */
    private static String classPath(Path workspace) throws Exception {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(":")) {
            // A folder without the program holds tests and benchmarks.
            if (!Files.isDirectory(Path.of(part))) {
                parts.add(part);
            } else if (Files.exists(Path.of(part, "dev/assay/Main.class"))) {
                parts.add(archive(workspace, part));
            }
        }
        return String.join(":", parts);
    }

    private static String archive(Path workspace, String folder) throws Exception {
        Path archive = workspace.resolve("assay.jar");
        if (Files.notExists(archive)) {
            String jar = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
            new ProcessBuilder(jar, "cf", archive.toString(), "-C", folder, ".").inheritIO().start().waitFor();
        }
        return archive.toString();
    }

    private static long peak(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
