package dev.assay.ui.repository.refs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.registry.branch.Tag;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.repository.TwoBranches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
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

/** The dialog on a real repository. */
@ExtendWith(ApplicationExtension.class)
class RefsViewTest {
    @TempDir
    static Path temporary;

    private TwoBranches git;
    private Theme theme;

    @Start
    private void start(Stage stage) throws IOException {
        git = TwoBranches.in(Files.createTempDirectory(temporary.toRealPath(), "refs"));
        git.repository().createTag("v0.9", "", "trial~1");
        git.save(4, "Say less.");
        git.repository().stash("an idea for shorter answers");
        var scene = new Scene(new StackPane(), 1000, 800);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(800);
        stage.show();
        var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
        var around = new Around() {
            @Override
            public void tell(String notice) {}

            @Override
            public void ready(Runnable next) {
                next.run();
            }

            @Override
            public void changed() {}

            @Override
            public void resolve() {}
        };
        var refs = new RefsViewModel(git.repository(), tasks, around, name -> {});
        RefsDialog.show(stage, refs, new SimpleObjectProperty<>(""));
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void theCurrentCommitGetsATagAndWhatChangedSinceAnotherOneIsShown(FxRobot robot) throws Exception {
        robot.clickOn("Tags");
        ListView<RefRow> tags = robot.lookup("#tagList").queryListView();
        await(() -> tags.getItems().size() == 1);
        snap(robot, "refs-tags-none");
        robot.clickOn("v0.9");
        await(() -> robot.lookup("#refFiles").queryListView().getItems().size() == 1);
        await(() -> !robot.lookup(".diff-line").queryAll().isEmpty());
        snap(robot, "refs-tag");

        robot.clickOn("#refs-tag-new");
        robot.clickOn("#tagName").write("v1.0");
        robot.clickOn("Make the tag");

        await(() -> tags.getItems().size() == 2);
        assertThat(tags.getSelectionModel().getSelectedItem().name()).isEqualTo("v0.9");
        assertThat(git.repository().tags()).extracting(Tag::name).contains("v1.0");
    }

    @Test
    void aBranchWithCommitsOfItsOwnIsDeletedOnlyAfterSayingWhatIsLost(FxRobot robot) throws Exception {
        ListView<RefRow> branches = robot.lookup("#branchList").queryListView();
        await(() -> branches.getItems().size() == 2);
        robot.clickOn("trial");
        await(() -> !robot.lookup(".diff-line").queryAll().isEmpty());
        snap(robot, "refs-branch");
        robot.clickOn("#branchList-delete");
        await(() -> robot.lookup("Delete and lose 1 commit").tryQuery().isPresent());
        snap(robot, "refs-delete");
        assertThat(robot.lookup("One commit is in no other branch or tag. Deleting the branch loses it.")
                        .tryQuery())
                .isPresent();
        robot.clickOn("Delete and lose 1 commit");

        await(() -> branches.getItems().size() == 1);
        assertThat(git.repository().branches()).hasSize(1);
    }

    @Test
    void aStashIsLookedAtAndApplied(FxRobot robot) throws Exception {
        robot.clickOn("Stashes");
        await(() -> robot.lookup("stash@{0}").tryQuery().isPresent());
        robot.clickOn("stash@{0}");
        await(() -> !robot.lookup(".diff-line").queryAll().isEmpty());
        snap(robot, "refs-stash");
        robot.clickOn("#stashList-apply");
        await(() -> Files.readString(git.workbench().root().resolve(TwoBranches.FILE))
                .contains("Say less."));
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void snap(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) == null) {
            return;
        }
        Scene dialog = Window.getWindows().getLast().getScene();
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            robot.interact(() -> theme.choiceProperty().set(choice));
            waitForFxEvents(40);
            String named = name + "-" + choice.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> Snapshots.write(dialog, 952, 752, named + "-1000"));
            robot.interact(() -> Snapshots.write(dialog, 1180, 752, named + "-1920"));
        }
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        waitForFxEvents(40);
    }
}
