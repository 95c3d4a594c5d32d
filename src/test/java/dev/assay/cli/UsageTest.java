package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compare --model offline/brief --dataset d                               | --prompt
            compare --prompt p --dataset d                                          | --model
            compare --prompt p --model offline/brief                                | --dataset
            compare --prompt p --model nomodel --dataset d                          | provider/model
            compare --prompt p --model a/b --dataset d --repeat many                | --repeat
            compare --prompt p --model a/b --dataset d --metrics beauty             | beauty
            compare --prompt p --model a/b --dataset d --no-judge --judge a/b       | --no-judge
            compare --prompt p --model a/b --dataset d --fail-under relevance       | METRIC=X
            compare --prompt p --model a/b --dataset d --fail-under relevance=2     | METRIC=X
            compare --prompt p --model a/b --dataset d --fail-under beauty=0.5      | beauty
            compare --prompt p@ --model a/b --dataset d                             | names no revision
            render p@1 --at 2                                                       | once
            frobnicate                                                              | is not known here
            compar                                                                  | did you mean compare
            compare --modle a/b                                                     | did you mean --model?
            commit -m x                                                             | did you mean prompts commit?
            log p                                                                   | did you mean prompts log?
            help frobnicate                                                         | frobnicate
            --bogus                                                                 | is not known here
            runs export r --json --format csv                                       | give one of them
            runs                                                                    | list, show, drift, export or cancel
            runs export r --format xml                                              | --format
            prompts commit p                                                        | --message
            """)
    void badUsageIsOneClearLine(String arguments, String named) {
        var result = new CommandLineHarness(folder, Map.of()).run(arguments.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("assay: ")
                .contains(named);
    }

    @Test
    void helpNamesTheCommandsThatWork() {
        var result = new CommandLineHarness(folder, Map.of()).run("--help");

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("compare", "render", "runs", "prompts", "--workspace", "--json");
    }

    @ParameterizedTest
    @CsvSource({"help, Usage: assay [", "help prompts, Usage: assay prompts ["})
    void helpIsACommandToo(String arguments, String first) {
        var result = new CommandLineHarness(folder, Map.of()).run(arguments.split(" "));

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith(first);
    }

    @Test
    void versionIsOneLine() {
        var result = new CommandLineHarness(folder, Map.of()).run("--version");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines()).hasSize(1).first().asString().startsWith("assay ");
    }
}
