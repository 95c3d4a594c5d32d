package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as far as it can be run without building. */
class LauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path folder;

    @BeforeEach
    void needAShell() {
        assumeTrue(Files.isExecutable(SHELL));
    }

    @Test
    void theShellCanReadIt() throws Exception {
        assertThat(run(Map.of(), SHELL.toString(), "-n", "assay")).isEmpty();
    }

    @Test
    void throughALinkAndBlanksItFindsItsBuildAndStartsTheJdkThatFits() throws Exception {
        Path old = jdk("jdk 17", "17.0.9");
        Path fit = jdk("jdk 25", "25.0.3");
        Path project = project();
        Path link = Files.createSymbolicLink(folder.resolve("assay link"), project.resolve("assay"));

        String output = run(
                Map.of("JAVA_HOME", fit.toString(), "PATH", old.resolve("bin") + ":/usr/bin:/bin"),
                link.toString(),
                "runs",
                "show",
                "a b");

        assertThat(output.lines()).first().isEqualTo(fit + "/bin/java");
        assertThat(output).contains(project + "/target/app/assay.jar:" + project + "/target/app/lib/some.jar");
        assertThat(output.lines().toList()).endsWith("dev.assay.Main", "runs", "show", "a b");
    }

    @Test
    void commandsAndTheWindowStartFromACacheOfTheirOwn() throws Exception {
        Path project = project();
        var environment = Map.of("JAVA_HOME", jdk("jdk", "25").toString(), "PATH", "/usr/bin:/bin");
        String command = run(environment, project + "/assay", "lint");
        String window = run(environment, project + "/assay");
        assertThat(command).contains("-XX:AOTCache=" + project + "/target/app/command.aot\n");
        assertThat(command).doesNotContain("javafx.controls");
        assertThat(window).contains("-XX:AOTCache=" + project + "/target/app/window.aot\n");
        assertThat(window).contains("--module-path\n" + project + "/target/app/javafx\n");
    }

    @Test
    void onFewProcessorsTheWindowDoesWithoutTheOptimisingCompiler() throws Exception {
        Path project = project();
        String jdk = jdk("jdk", "25").toString();
        String few = run(Map.of("JAVA_HOME", jdk, "PATH", processors(2) + ":/usr/bin:/bin"), project + "/assay");
        String many = run(Map.of("JAVA_HOME", jdk, "PATH", processors(4) + ":/usr/bin:/bin"), project + "/assay");
        assertThat(few).contains("-XX:TieredStopAtLevel=1\n");
        assertThat(many).doesNotContain("TieredStopAtLevel");
    }

    /** A folder with a program that says how many processors there are. */
    private Path processors(int count) throws IOException {
        Path program = Files.createDirectories(folder.resolve("with " + count)).resolve("getconf");
        Files.writeString(program, "#!/bin/sh\necho " + count + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.getParent();
    }

    /** A project that looks built: nothing is newer than the stamp. */
    private Path project() throws IOException {
        Path project = folder.toRealPath().resolve("the project");
        Files.createDirectories(project.resolve("target/app/lib"));
        Files.copy(Path.of("assay"), project.resolve("assay"));
        assertThat(project.resolve("assay").toFile().setExecutable(true)).isTrue();
        for (String file : new String[] {
            "target/app/assay.jar",
            "target/app/lib/some.jar",
            "target/app/command.aot",
            "target/app/window.aot",
            "target/app/built"
        }) {
            Files.createFile(project.resolve(file));
        }
        return project;
    }

    /** A JDK whose java prints how it was called, a word a line. */
    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.toRealPath().resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String tool : new String[] {"java", "javac"}) {
            Path file =
                    Files.writeString(jdk.resolve("bin").resolve(tool), "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return jdk;
    }

    private static String run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
