package dev.assay.registry.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.llm.InputException;
import dev.assay.registry.ChangedFile;
import dev.assay.registry.ChangedText;
import dev.assay.registry.GitCommand;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.GitStatus;
import dev.assay.registry.diff.TextDiff;
import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits of chosen files and chosen changes, seen by the git of the command line. */
class PartialCommitTest {
    private static final Author ADA = new Author("Ada Lovelace", "ada@example.org");
    private static final String A = "prompts/a.prompt";

    @TempDir
    Path folder;

    private Path root;
    private GitPromptRegistry registry;
    private GitCommand git;

    @BeforeEach
    void create() throws IOException {
        assumeTrue(GitCommand.isInstalled(), "Skipped: git is not installed");
        root = folder.toRealPath();
        registry = GitPromptRegistry.create(root);
        git = new GitCommand(root);
        registry.save("a", "one\ntwo\nthree\nfour\nfive\n");
        registry.commit(List.of(".gitignore", ".gitattributes", A), "Begin", ADA);
    }

    @AfterEach
    void repositoryIsSound() {
        registry.close();
        assertThat(git.run("fsck", "--strict", "--no-dangling")).isEmpty();
        assertThat(root.resolve(".git")).isDirectoryNotContaining("glob:**.index");
        assertThat(root.resolve(".git/index.lock")).doesNotExist();
    }

    private FilePart part(String path, Integer... hunks) {
        ChangedText text = registry.changes().text(path);
        TextDiff diff = TextDiff.of(text.before(), text.after(), false);
        return new FilePart(path, text.base(), diff.apply(Set.of(hunks)));
    }

    private void commitPart(Integer... hunks) {
        registry.commit(List.of(), List.of(part(A, hunks)), "Change a part", ADA);
    }

    @Test
    void theChosenChangeIsCommittedAndTheOtherStaysOnDisk() {
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");

        commitPart(1);

        assertThat(git.run("show", "HEAD:" + A)).isEqualTo("one\ntwo\nthree\nfour\nFIVE");
        assertThat(root.resolve(A)).hasContent("ONE\ntwo\nthree\nfour\nFIVE\n");
        assertThat(git.run("diff", "--cached")).isEmpty();
        assertThat(git.run("diff", "-U0", A)).contains("-one\n+ONE").doesNotContain("FIVE");
        assertThat(git.run("status", "--porcelain")).isEqualTo("M prompts/a.prompt");
        assertThat(registry.changes().list()).containsExactly(new ChangedFile(A, GitStatus.MODIFIED, false));
        assertThat(git.run("log", "-1", "--format=%an|%cn|%s")).isEqualTo("Ada Lovelace|Ada Lovelace|Change a part");
        assertThat(git.run("reflog", "-1", "--format=%gs")).isEqualTo("commit: Change a part");
    }

    @Test
    void wholeFilesAndPartsGoIntoOneCommit() throws IOException {
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");
        registry.save("b", "new\n");
        Files.createDirectories(root.resolve("datasets"));
        Files.writeString(root.resolve("datasets/cases.csv"), "q\n1\n");

        registry.commit(List.of("datasets/cases.csv", "prompts/b.prompt"), List.of(part(A, 0)), "Three files", ADA);

        assertThat(git.run("show", "--format=", "--name-status", "HEAD"))
                .isEqualTo("A\tdatasets/cases.csv\nM\tprompts/a.prompt\nA\tprompts/b.prompt");
        assertThat(git.run("status", "--porcelain")).isEqualTo("M prompts/a.prompt");
    }

    @Test
    void linesOfANewFileCanBeChosenToo() {
        registry.save("b", "keep\nlater\n");
        ChangedText text = registry.changes().text("prompts/b.prompt");

        registry.commit(List.of(), List.of(new FilePart("prompts/b.prompt", text.base(), "keep\n")), "Begin b", ADA);

        assertThat(git.run("show", "HEAD:prompts/b.prompt")).isEqualTo("keep");
        assertThat(git.run("status", "--porcelain")).isEqualTo("M prompts/b.prompt");
    }

    @Test
    void whatIsStagedElsewhereStaysStaged() throws IOException {
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");
        Files.writeString(root.resolve("notes.txt"), "staged\n");
        git.run("add", "notes.txt");
        Files.writeString(root.resolve("notes.txt"), "staged\nand edited\n");

        commitPart(0);

        assertThat(git.run("show", "--format=", "--name-only", "HEAD")).isEqualTo(A);
        assertThat(git.run("show", ":notes.txt")).isEqualTo("staged");
        assertThat(git.run("status", "--porcelain")).isEqualTo("AM notes.txt\n M prompts/a.prompt");
    }

    @Test
    void aStagedVersionOfTheFileGivesWayToThePart() {
        registry.save("a", "staged\ntwo\nthree\nfour\nfive\n");
        git.run("add", A);
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");

        commitPart(1);

        assertThat(git.run("show", "HEAD:" + A)).isEqualTo("one\ntwo\nthree\nfour\nFIVE");
        assertThat(git.run("diff", "--cached")).isEmpty();
    }

    @Test
    void lineEndsAndFiltersOfGitattributesAreRespected() throws IOException {
        Files.writeString(root.resolve(".gitattributes"), "*.prompt text eol=crlf filter=hide\n");
        git.run("config", "filter.hide.clean", "sed s/secret/hidden/");
        git.run("config", "filter.hide.smudge", "cat");
        registry.commit(List.of(".gitattributes"), "Attributes", ADA);
        Files.writeString(root.resolve(A), "secret\r\ntwo\r\nthree\r\nfour\r\nFIVE\r\n");
        assertThat(registry.changes().text(A).after()).isEqualTo("hidden\ntwo\nthree\nfour\nFIVE\n");

        commitPart(0);

        assertThat(git.run("cat-file", "blob", "HEAD:" + A)).isEqualTo("hidden\ntwo\nthree\nfour\nfive");
        assertThat(root.resolve(A)).hasContent("secret\r\ntwo\r\nthree\r\nfour\r\nFIVE\r\n");
        assertThat(git.run("diff", "--cached")).isEmpty();

        registry.commit(List.of(A), "The rest", ADA);
        assertThat(git.run("cat-file", "blob", "HEAD:" + A)).isEqualTo("hidden\ntwo\nthree\nfour\nFIVE");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aFileThatOnlyGitCanRecodeIsLeftToGit() throws IOException {
        Files.writeString(root.resolve(".gitattributes"), "*.csv text working-tree-encoding=UTF-16LE\n");
        Files.createDirectories(root.resolve("datasets"));
        Files.writeString(root.resolve("datasets/cases.csv"), "q\n1\n", StandardCharsets.UTF_16LE);
        registry.save("a", "ONE\n");

        assertThatThrownBy(() -> registry.commit(List.of("datasets/cases.csv", A), "Both", ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("datasets/cases.csv")
                .hasMessageContaining("UTF-16LE");

        assertThat(git.run("log", "--format=%s")).isEqualTo("Begin");
        registry.commit(List.of(A), "One", ADA);
        git.run("add", "datasets/cases.csv");
        git.run("commit", "-q", "-m", "By git");
        assertThat(git.run("show", "HEAD:datasets/cases.csv")).isEqualTo("q\n1");
    }

    @Test
    void changesThatWereChosenFromAnotherVersionAreRefused() {
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");
        FilePart chosen = part(A, 0);
        registry.save("a", "one\nTWO\nthree\nfour\nfive\n");
        git.run("commit", "-q", "-a", "-m", "By git");
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");

        assertThatThrownBy(() -> registry.commit(List.of(), List.of(chosen), "Too late", ADA))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("choose them again");
        assertThat(git.run("log", "-1", "--format=%s")).isEqualTo("By git");
        assertThat(git.run("status", "--porcelain")).isEqualTo("M prompts/a.prompt");
    }

    @Test
    void theHookSeesWhatIsAboutToBeCommitted() throws IOException {
        hook("pre-commit", "git diff --cached --name-only >seen; git show :" + A + " >>seen");
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");
        registry.save("b", "not chosen\n");
        git.run("add", "prompts/b.prompt");

        commitPart(1);

        assertThat(root.resolve("seen")).hasContent(A + "\none\ntwo\nthree\nfour\nFIVE\n");
    }

    @Test
    void whatAHookMendsAndStagesIsCommittedAndStaysInStep() throws IOException {
        hook("pre-commit", "sed -i s/two/2/ " + A + "; echo log >built.txt; git add " + A + " built.txt");
        registry.save("a", "ONE\ntwo\nthree\nfour\nfive\n");

        registry.commit(List.of(A), "Mended by the hook", ADA);

        assertThat(git.run("show", "HEAD:" + A)).startsWith("ONE\n2\n");
        assertThat(git.run("show", "HEAD:built.txt")).isEqualTo("log");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aHookThatRefusesLeavesEverythingAsItWas() throws IOException {
        hook("pre-commit", "echo 'Not on Fridays'; exit 1");
        registry.save("a", "staged\ntwo\nthree\nfour\nfive\n");
        git.run("add", A);
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");
        String before = git.run("ls-files", "-s");

        assertThatThrownBy(() -> commitPart(0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("pre-commit hook")
                .hasMessageContaining("Not on Fridays");

        assertThat(git.run("ls-files", "-s")).isEqualTo(before);
        assertThat(git.run("log", "--format=%s")).isEqualTo("Begin");
    }

    @Test
    void hooksEditTheMessageAndAreToldOfTheCommit() throws IOException {
        hook("prepare-commit-msg", "test \"$2\" = message && echo prepared >>\"$1\"");
        hook("commit-msg", "echo 'Ticket: 7' >>\"$1\"");
        hook("post-commit", "git add -A; git status --porcelain >told");
        registry.save("a", "ONE\ntwo\nthree\nfour\nfive\n");

        registry.commit(List.of(A), "Name it\n\n# 1 is a line, not a comment", ADA);

        assertThat(git.run("log", "-1", "--format=%B"))
                .isEqualTo("Name it\n\n# 1 is a line, not a comment\nprepared\nTicket: 7");
        assertThat(root.resolve("told")).exists();
    }

    @Test
    void hooksOfAnotherFolderAreRun() throws IOException {
        Path hooks = Files.createDirectories(root.resolve("tools/hooks"));
        git.run("config", "core.hooksPath", "tools/hooks");
        executable(hooks.resolve("pre-commit"), "exit 1");
        registry.save("a", "ONE\n");
        assertThatThrownBy(() -> registry.commit(List.of(A), "No", ADA)).hasMessageContaining("status 1");
    }

    @Test
    void theModeOfAFileIsKept() {
        git.run("update-index", "--chmod=+x", A);
        git.run("commit", "-q", "-m", "Executable");
        assertThat(root.resolve(A).toFile().setExecutable(true)).isTrue();
        registry.save("a", "ONE\ntwo\nthree\nfour\nFIVE\n");

        commitPart(0);

        assertThat(git.run("ls-tree", "HEAD", A)).startsWith("100755");
    }

    @Test
    void aFileOnlyAnnouncedToGitIsCommitted() {
        registry.save("b", "new\n");
        git.run("add", "-N", "prompts/b.prompt");

        registry.commit(List.of("prompts/b.prompt"), "Add b", ADA);

        assertThat(git.run("show", "HEAD:prompts/b.prompt")).isEqualTo("new");
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void aFolderInPlaceOfAFileAndAFileInPlaceOfAFolder() throws IOException {
        Files.delete(root.resolve(A));
        Files.createDirectories(root.resolve(A));
        Files.writeString(root.resolve(A).resolve("b.prompt"), "inside\n");
        registry.commit(List.of(A), "A folder", ADA);
        assertThat(git.run("ls-tree", "-r", "--name-only", "HEAD", "prompts")).isEqualTo(A + "/b.prompt");

        Files.delete(root.resolve(A).resolve("b.prompt"));
        Files.delete(root.resolve(A));
        Files.writeString(root.resolve(A), "a file again\n");
        registry.commit(List.of(A), "A file", ADA);
        assertThat(git.run("ls-tree", "-r", "--name-only", "HEAD", "prompts")).isEqualTo(A);
        assertThat(git.run("status", "--porcelain")).isEmpty();
    }

    @Test
    void everythingThatGitWouldTrackIsListed() throws IOException {
        registry.save("b", "new\n");
        registry.save("staged", "new\n");
        git.run("add", "prompts/staged.prompt");
        Files.delete(root.resolve(A));
        Files.writeString(root.resolve("providers.yaml"), "x: 1\n");
        Files.createDirectories(root.resolve(".assay"));
        Files.writeString(root.resolve(".assay/last-prompt"), "a\n");
        Files.createDirectories(root.resolve("datasets"));
        Files.write(root.resolve("datasets/raw.bin"), new byte[] {0, 1, 2});

        assertThat(registry.changes().list())
                .extracting(ChangedFile::path, ChangedFile::status, ChangedFile::staged)
                .containsExactly(
                        tuple("datasets/raw.bin", GitStatus.UNTRACKED, false),
                        tuple(A, GitStatus.DELETED, false),
                        tuple("prompts/b.prompt", GitStatus.UNTRACKED, false),
                        tuple("prompts/staged.prompt", GitStatus.ADDED, true),
                        tuple("providers.yaml", GitStatus.UNTRACKED, false));
        assertThat(registry.changes().text("datasets/raw.bin").whole()).contains("not a text");
        assertThat(registry.changes().text(A).after()).isEmpty();
    }

    @Test
    void aWorkspaceInAFolderOfTheRepositorySeesOnlyItsOwnFiles() throws IOException {
        Files.writeString(root.resolve("outside.txt"), "x\n");
        Path inner = Files.createDirectories(root.resolve("team"));
        try (var team = GitPromptRegistry.open(inner)) {
            team.save("b", "one\ntwo\n");
            assertThat(team.changes().list()).extracting(ChangedFile::path).containsExactly("prompts/b.prompt");
            team.commit(List.of(), List.of(new FilePart("prompts/b.prompt", "", "one\n")), "Begin", ADA);
        }
        assertThat(git.run("show", "HEAD:team/prompts/b.prompt")).isEqualTo("one");
    }

    private void hook(String name, String script) throws IOException {
        executable(Files.createDirectories(root.resolve(".git/hooks")).resolve(name), script);
        Files.createDirectories(root.resolve(".git/info"));
        Files.writeString(root.resolve(".git/info/exclude"), "seen\ntold\n");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
