package dev.assay.ui.prompts;

import static dev.assay.ui.prompts.PromptsScreen.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.registry.git.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menu and keys of the tree on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class FilesViewTest {
    @TempDir
    static Path temporary;

    private PromptsScreen screen;

    @Start
    private void start(Stage stage) throws IOException {
        screen = new PromptsScreen(stage, temporary);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aPromptIsRenamedByKeyAndDeletedAndRestoredByMenu(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        robot.clickOn(screen.line(robot, "answer-from-context")).push(KeyCode.F2);
        await(() -> robot.lookup("#newName").tryQuery().isPresent());
        robot.interact(() -> {
            field(robot, "#newName").setText("support/answer");
            field(robot, "#renameAuthor").setText("Ada");
            field(robot, "#renameEmail").setText("ada@example.org");
        });
        screen.snapDialog(robot, "files-rename");
        robot.clickOn(screen.inDialog(robot, "Rename"));
        await(() -> screen.openName(robot).equals("support/answer"));
        await(() -> Files.exists(screen.root().resolve("prompts/support/answer.prompt")));
        assertThat(screen.workbench().registry().log("support/answer")).hasSize(2);
        screen.snap(robot, "files-renamed");

        await(() -> !robot.lookup("answer").queryAll().isEmpty());
        robot.rightClickOn(screen.line(robot, "answer"));
        await(() -> robot.lookup("Delete").tryQuery().isPresent());
        robot.clickOn("Delete");
        await(() -> robot.lookup(".alert").tryQuery().isPresent());
        screen.snapDialog(robot, "files-delete");
        robot.clickOn(screen.inDialog(robot, "Delete"));
        await(() -> !Files.exists(screen.root().resolve("prompts/support/answer.prompt")));
        await(() -> !screen.openName(robot).equals("support/answer"));
        screen.snap(robot, "files-deleted");

        robot.rightClickOn(screen.line(robot, "answer"));
        await(() -> robot.lookup("#files-restore").tryQuery().isPresent());
        robot.clickOn("#files-restore");
        await(() -> screen.openName(robot).equals("support/answer"));
        assertThat(screen.root().resolve("prompts/support/answer.prompt")).exists();
    }

    @Test
    void aFolderIsRenamedAndItsOpenPromptStaysOpen(FxRobot robot) throws Exception {
        screen.open(robot, "support/triage");
        robot.clickOn(screen.line(robot, "support")).push(KeyCode.F2);
        await(() -> robot.lookup("#newName").tryQuery().isPresent());
        assertThat(field(robot, "#newName").getText()).isEqualTo("support");
        robot.interact(() -> {
            field(robot, "#newName").setText("help/customers");
            field(robot, "#renameAuthor").setText("Ada");
            field(robot, "#renameEmail").setText("ada@example.org");
        });
        screen.snapDialog(robot, "files-rename-folder");
        robot.clickOn(screen.inDialog(robot, "Rename"));

        await(() -> screen.openName(robot).equals("help/customers/triage"));
        assertThat(screen.root().resolve("prompts/support")).doesNotExist();
        assertThat(screen.workbench().registry().log("help/customers/triage")).hasSize(2);
        await(() -> robot.lookup("customers").tryQuery().isPresent());
        screen.snap(robot, "files-folder-renamed");
    }

    @Test
    void aLongNameStaysReadableBesideUnsavedEdits(FxRobot robot) throws Exception {
        String name = "support/answers-to-customers-who-ask-for-their-money-back-twice";
        Files.writeString(screen.root().resolve("prompts/" + name + ".prompt"), "Hi\n");
        robot.clickOn("#refresh");
        await(() -> robot.lookup(name.substring("support/".length())).tryQuery().isPresent());
        screen.open(robot, name);
        await(() -> screen.text(robot).equals("Hi\n"));
        robot.interact(() -> screen.editor(robot).area().insertText(0, "Oh. "));
        await(() -> robot.lookup(".unsaved").query().isVisible());
        robot.interact(
                () -> robot.lookup("#name").query().getScene().getWindow().setWidth(1000));

        await(() -> robot.lookup("#name").queryAs(Label.class).getWidth() > 150);
        screen.snap(robot, "files-long-name");
    }

    @Test
    void aPromptThatACommitDeletedIsFoundAndRestored(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        screen.workbench().registry().files().delete("support/triage");
        screen.workbench()
                .registry()
                .commit(List.of("prompts/support/triage.prompt"), "Drop triage", new Author("Ada", "ada@example.org"));
        robot.clickOn("#refresh");
        await(() -> robot.lookup("triage").tryQuery().isEmpty());

        robot.rightClickOn(screen.line(robot, "answer-from-context"));
        await(() -> robot.lookup("#files-deleted").tryQuery().isPresent());
        robot.clickOn("#files-deleted");
        await(() -> robot.lookup("support/triage").tryQuery().isPresent());
        robot.clickOn("support/triage");
        screen.snapDialog(robot, "files-deleted-list");
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#deletedPrompts").tryQuery().isEmpty());
        assertThat(screen.root().resolve("prompts/support/triage.prompt")).doesNotExist();

        robot.rightClickOn(screen.line(robot, "answer-from-context"));
        await(() -> robot.lookup("#files-deleted").tryQuery().isPresent());
        robot.clickOn("#files-deleted");
        await(() -> robot.lookup("support/triage").tryQuery().isPresent());
        robot.clickOn("support/triage");
        robot.clickOn(screen.inDialog(robot, "Restore"));

        await(() -> screen.openName(robot).equals("support/triage"));
        assertThat(screen.root().resolve("prompts/support/triage.prompt")).exists();
    }

    @Test
    void aBadFileIsMarkedAndSaysWhatIsWrongInPlaceOfTheEditor(FxRobot robot) throws Exception {
        await(() -> screen.openName(robot).equals("answer-from-context"));
        Path file = screen.root().resolve("prompts/support/latin.prompt");
        Files.write(file, new byte[] {'H', 'i', '\n', (byte) 0xe9, '\n'});
        Files.writeString(screen.root().resolve("prompts/support/broken.prompt"), "---\nmodel: [\n---\nHi\n");
        robot.clickOn("#refresh");
        await(() -> robot.lookup("latin").tryQuery().isPresent());
        await(() -> robot.lookup(".tree-cell:bad").queryAll().size() == 2);

        robot.clickOn(screen.line(robot, "latin"));
        await(() -> robot.lookup(".unopened").query().isVisible());
        assertThat(robot.lookup(".unopened-problem").queryAs(Label.class).getText())
                .contains("prompts/support/latin.prompt:2", "UTF-8");
        screen.snap(robot, "files-unopened");

        Files.writeString(file, "Hi there\n");
        robot.clickOn("#openAgain");
        await(() -> screen.openName(robot).equals("support/latin"));
        await(() -> !robot.lookup(".unopened").query().isVisible());
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }
}
