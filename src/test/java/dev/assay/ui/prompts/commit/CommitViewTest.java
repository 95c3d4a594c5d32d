package dev.assay.ui.prompts.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.MeasuredScore;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.repository.lock.LockMender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The dialog on a real repository with many changed files. */
@ExtendWith(ApplicationExtension.class)
class CommitViewTest {
    private static final int FILES = 30;
    private static final Author ADA = new Author("Ada", "ada@example.org");

    @TempDir
    static Path temporary;

    private final List<PromptRevision> committed = new CopyOnWriteArrayList<>();
    private GitPromptRegistry registry;
    private Theme theme;
    private Scene scene;

    @Start
    private void start(Stage stage) throws IOException {
        Path root = Files.createTempDirectory(temporary.toRealPath(), "workspace");
        registry = GitPromptRegistry.create(root);
        registry.save("support/triage", prompt("Sort the message", "Answer in one word."));
        registry.commit(List.of(".gitignore", ".gitattributes", "prompts"), "Begin", ADA);
        registry.save("support/triage", prompt("Sort the customer's message", "Answer with one word, nothing else."));
        for (int i = 1; i < FILES - 1; i++) {
            registry.save("support/replies/answer-number-" + i, "Answer " + i + " of {{question}}.\n");
        }
        Files.createDirectories(root.resolve("datasets"));
        Files.writeString(root.resolve("datasets/tickets.csv"), "question\nWhere is it?\n");
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(800);
        scene = new Scene(new StackPane(), 1000, 800);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
        var commit = new CommitViewModel(registry, tasks, new SimpleObjectProperty<>(ADA), committed::add);
        tasks.mendWith(LockMender.inDialogs(tasks));
        commit.evidenceFrom(blobs -> Optional.of(new Evidence(
                "20261125-1",
                "tickets@12ab",
                List.of(new MeasuredScore("relevance", 0.82, null, 3)),
                List.of(),
                null,
                null,
                null,
                null)));
        commit.load("support/triage");
        CommitDialog.show(stage, commit);
    }

    private static String prompt(String first, String last) {
        return first + "\n"
                + IntStream.range(0, 12).mapToObj(i -> "Rule " + i + "\n").collect(Collectors.joining()) + last + "\n";
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void oneOfTwoChangesIsCommittedTogetherWithTheDataset(FxRobot robot) throws Exception {
        await(() -> boxes(robot).size() == 2);
        assertThat(count(robot)).isEqualTo("2 of 30 files");
        snap(robot, "commit-many");

        robot.clickOn(boxes(robot).get(1));
        await(() -> !evidence(robot).isVisible());
        robot.clickOn("#message").write("Say whose message it is");
        assertThat(robot.lookup("#authorName").queryAs(TextField.class).getText())
                .isEqualTo("Ada");
        snap(robot, "commit-part");
        robot.clickOn("Commit");
        await(() -> !committed.isEmpty());

        String id = committed.getFirst().commitId();
        assertThat(registry.load(new PromptRef("support/triage", id)).text())
                .isEqualTo(prompt("Sort the customer's message", "Answer in one word."));
        assertThat(registry.changes().list())
                .hasSize(FILES - 1)
                .noneMatch(file -> file.path().startsWith("datasets/"));
    }

    @Test
    void filesAndChangesAreTickedByTheKeyboard(FxRobot robot) throws Exception {
        await(() -> boxes(robot).size() == 2);
        ListView<?> files = robot.lookup("#files").queryListView();
        robot.interact(() -> {
            files.requestFocus();
            files.getSelectionModel().select(2);
        });
        robot.push(KeyCode.SPACE);
        assertThat(count(robot)).isEqualTo("3 of 30 files");

        robot.interact(() -> {
            ListView<?> diff = robot.lookup(".diff-list").queryListView();
            diff.requestFocus();
            diff.getSelectionModel().select(0);
        });
        robot.push(KeyCode.SPACE);
        assertThat(count(robot)).isEqualTo("2 of 30 files");
        robot.clickOn("#all");
        assertThat(count(robot)).isEqualTo("0 of 30 files");
        robot.clickOn("#all");
        assertThat(count(robot)).isEqualTo("30 of 30 files");
    }

    @Test
    void aLockThatWasLeftBehindIsRemovedOnTheUsersWordAndTheCommitGoesOn(FxRobot robot) throws Exception {
        await(() -> boxes(robot).size() == 2);
        Path lock = Files.createFile(registry.root().resolve(".git/index.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        robot.clickOn("#message").write("Say whose message it is");
        robot.clickOn("Commit");
        await(() -> robot.lookup("#removeLock").tryQuery().isPresent());
        snap(robot, "commit-locked", 520, 300);
        assertThat(committed).isEmpty();

        robot.clickOn("#removeLock");
        await(() -> !committed.isEmpty());
        assertThat(lock).doesNotExist();
    }

    private static List<CheckBox> boxes(FxRobot robot) {
        return robot.lookup(".hunk-mark .check-box").<CheckBox>queryAll().stream()
                .filter(CheckBox::isVisible)
                .sorted((a, b) -> Double.compare(
                        a.localToScene(0, 0).getY(), b.localToScene(0, 0).getY()))
                .toList();
    }

    private static Node evidence(FxRobot robot) {
        return robot.lookup("#evidence").query();
    }

    private static String count(FxRobot robot) {
        return robot.lookup("#count").queryAs(Label.class).getText();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void snap(FxRobot robot, String name) {
        snap(robot, name, 952, 752);
        snap(robot, name, 1232, 752);
    }

    private void snap(FxRobot robot, String name, int width, int height) {
        if (System.getProperty(Snapshots.PROPERTY) == null) {
            return;
        }
        Scene dialog = Window.getWindows().getLast().getScene();
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            robot.interact(() -> theme.choiceProperty().set(choice));
            waitForFxEvents(40);
            String named = name + "-" + choice.name().toLowerCase(Locale.ROOT) + "-" + width;
            robot.interact(() -> Snapshots.write(dialog, width, height, named));
        }
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        waitForFxEvents(40);
    }
}
