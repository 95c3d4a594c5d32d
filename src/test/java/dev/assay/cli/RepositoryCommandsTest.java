package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.registry.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches, merges, stashes, tags and remotes from the command line, with git as the other user. */
class RepositoryCommandsTest {
    private static final String PROMPT = "---\nmodel: offline/brief\n---\nSay hello to {{name}}.\n";

    @TempDir
    private Path folder;

    private CommandLineHarness assay;
    private GitCommand git;

    @BeforeEach
    void aWorkspaceWithACommit() throws IOException {
        assumeThat(GitCommand.isInstalled()).describedAs("git is installed").isTrue();
        assay = new CommandLineHarness(folder, Map.of("HOME", folder.toString()));
        assertThat(assay.run("prompts", "list").status()).isZero();
        git = new GitCommand(folder.resolve("Assay"));
        git.run("config", "user.name", "Ada");
        git.run("config", "user.email", "ada@example.org");
        commit(PROMPT);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("Assay/prompts/hello.prompt"), text);
    }

    private void commit(String text) throws IOException {
        write(text);
        git.run("add", "-A");
        git.run("commit", "-qm", "Change hello");
    }

    private CommandLineHarness.Result prompts(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "prompts";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return assay.run(all);
    }

    private void twoBranchesThatConflict() throws IOException {
        assertThat(prompts("switch", "-c", "trial").status()).isZero();
        commit(PROMPT.replace("hello", "good day"));
        assertThat(prompts("switch", "main").out()).isEqualTo("On main" + System.lineSeparator());
        commit(PROMPT.replace("hello", "welcome"));
    }

    @Test
    void branchesAreMadeListedRenamedAndDeleted() throws IOException {
        assertThat(prompts("branch", "tone/warm").status()).isZero();
        assertThat(prompts("branch", "tone/warm", "--rename", "warm").status()).isZero();
        assertThat(prompts("branch").out()).contains("* main", "  warm");
        var list = prompts("branch", "--json").json();
        assertThat(list.at("/current").asText()).isEqualTo("main");
        assertThat(list.at("/branches/1/name").asText()).isEqualTo("warm");
        assertThat(prompts("branch", "warm", "--delete").status()).isZero();
        assertThat(git.run("branch", "--list", "warm")).isEmpty();
    }

    @Test
    void aConflictIsToldByFileAndLineAndSettled() throws IOException {
        twoBranchesThatConflict();

        var merge = prompts("merge", "trial");
        assertThat(merge.status()).isEqualTo(1);
        assertThat(merge.out()).contains("prompts/hello.prompt:4: both sides changed this", "resolve FILE");
        assertThat(prompts("merge", "trial").status()).isEqualTo(2);
        assertThat(prompts("resolve", "hello").err()).contains("prompts/hello.prompt:4");
        assertThat(prompts("resolve", "other").err()).contains("in conflict are prompts/hello.prompt");
        assertThat(prompts("merge", "--continue").status()).isEqualTo(2);
        assertThat(prompts("resolve", "hello", "--theirs", "--json")
                        .json()
                        .at("/left")
                        .asInt(-1))
                .isZero();
        var done = prompts("merge", "--continue", "--json");
        assertThat(done.status()).isZero();
        assertThat(done.json().at("/commitId").asText()).isEqualTo(git.run("rev-parse", "HEAD"));
        assertThat(git.run("show", "HEAD:prompts/hello.prompt")).contains("good day");
    }

    @Test
    void aMergeIsAbortedAndItsJsonNamesTheConflicts() throws IOException {
        twoBranchesThatConflict();

        var merge = prompts("merge", "trial", "--json").json();
        assertThat(merge.at("/outcome").asText()).isEqualTo("conflicted");
        assertThat(merge.at("/conflicts/0/path").asText()).isEqualTo("prompts/hello.prompt");
        assertThat(merge.at("/conflicts/0/lines/0").asInt()).isEqualTo(4);
        assertThat(prompts("merge", "--abort").status()).isZero();
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aSwitchThatWouldLoseChangesIsRefusedOrCarriesThem() throws IOException {
        twoBranchesThatConflict();
        write(PROMPT.replace("hello", "welcome") + "Smile.\n");

        var refused = prompts("switch", "trial");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("prompts/hello.prompt", "--carry");
        assertThat(prompts("switch", "trial", "--carry", "--json")
                        .json()
                        .at("/outcome")
                        .asText())
                .startsWith("carried");
        assertThat(folder.resolve("Assay/prompts/hello.prompt")).content().contains("Smile.");
    }

    @Test
    void changesAreStashedAndBroughtBack() throws IOException {
        write(PROMPT + "Smile.\n");

        assertThat(prompts("stash", "-m", "smiling").out()).contains("smiling");
        assertThat(git.run("status", "--porcelain")).isEmpty();
        assertThat(prompts("stash", "--list", "--json").json().at("/stashes")).hasSize(1);
        assertThat(prompts("stash", "--apply", "0").status()).isZero();
        assertThat(folder.resolve("Assay/prompts/hello.prompt")).content().contains("Smile.");
        assertThat(prompts("stash", "--drop", "0").status()).isZero();
        assertThat(git.run("stash", "list")).isEmpty();
    }

    @Test
    void workIsSharedWithSomebodyWhoUsesGit() throws IOException {
        new GitCommand(folder).run("init", "-q", "--bare", "-b", "main", "shared.git");
        assertThat(prompts("push").status()).isEqualTo(2);
        assertThat(prompts("remote", "origin", folder.resolve("shared.git").toString())
                        .status())
                .isZero();
        assertThat(prompts("tag", "v1", "-m", "First").status()).isZero();
        assertThat(prompts("tag", "--json").json().at("/tags/0/message").asText())
                .isEqualTo("First");
        var push = prompts("push", "--tags", "--json").json();
        assertThat(push.at("/upstreamSet").asBoolean()).isTrue();
        assertThat(push.at("/pushed")).hasSize(2);
        new GitCommand(folder).run("clone", "-q", "shared.git", "bea");
        var bea = new GitCommand(folder.resolve("bea"));
        Files.writeString(folder.resolve("bea/prompts/bea.prompt"), "Hi\n");
        bea.run("add", "-A");
        bea.run("commit", "-qm", "Add mine");
        bea.run("push", "-q");
        commit(PROMPT.replace("hello", "welcome"));

        var rejected = prompts("push");
        assertThat(rejected.status()).isEqualTo(2);
        assertThat(rejected.err()).contains("pull first, then push");
        assertThat(prompts("fetch").out()).contains("updated", "origin/main");
        assertThat(prompts("branch").out()).contains("[origin/main: ahead 1, behind 1]");
        assertThat(prompts("pull", "--json").json().at("/outcome").asText()).isEqualTo("merged");
        assertThat(prompts("push").out()).contains("updated", "main");
        assertThat(prompts("push").out()).contains("everything already");
        assertThat(prompts("remote", "origin", "--delete").out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            branch nope --delete        | no branch 'nope'
            branch --force              | Name the branch
            branch a --from main --delete | Give one of
            branch a..b                 | cannot name
            switch nope                 | no branch 'nope'
            merge                       | Give a branch
            merge nope                  | no branch 'nope'
            merge --abort               | No merge is under way
            resolve hello               | nothing is
            resolve hello --ours --theirs | not both
            tag --delete                | Name the tag
            tag nope --delete           | no tag 'nope'
            stash                       | Nothing to stash
            stash --apply 3             | nothing is stashed
            stash --apply x             | --apply
            fetch nope                  | no remote 'nope'
            pull                        | no upstream
            push                        | no remote
            remote origin               | NAME and URL
            """)
    void badInputIsOneLineAndStatusTwo(String line, String told) {
        var result = prompts(line.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().strip()).contains(told).doesNotContain("\n");
    }
}
