package dev.assay.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.ui.Snapshots;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.FrameExecutor;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.workbench.Drafts;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Writing a prompt with all that the editor offers, on a real workspace. */
@ExtendWith(ApplicationExtension.class)
class AssistanceViewTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 800;
    private static final String PROMPT = """
            ---
            # what mails need
            input:
              schema:
                customer: string, who writes to us
            ---
            {{role "user"}}
            {{#if customer}}
            Be kind to {{customer}}.
            {{> rules}}
            {{/if}}
            """;

    @TempDir
    static Path temporary;

    private Path root;
    private Workbench workbench;
    private Scene scene;
    private Theme theme;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        Files.writeString(root.resolve("prompts/mail.prompt"), PROMPT);
        Files.writeString(root.resolve("prompts/_rules.prompt"), "Greet {{customer}} first.\n");
        Files.writeString(root.resolve("datasets/mails.csv"), "customer;\"x\"\r\n\"Ada; B\";1\r\n");
        Files.createDirectories(root.resolve(".assay"));
        Files.writeString(root.resolve(".assay/last-prompt"), "mail\n");
        workbench = Workbench.open(root, "a test", notice -> {});
        show(stage);
    }

    private void show(Stage stage) {
        var tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
        var controller = PromptsController.of(workbench, tasks, new FrameExecutor());
        scene = new Scene(ViewLoader.load(controller), WIDTH, HEIGHT);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        controller.shown();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aVariableAndAPartialAreCompleted(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "{{cu");
        await(() -> popup("customer"));
        assertThat(robot.lookup(".completions").<Region>query().getBackground().getFills())
                .as("a popup wears the editor's style sheet")
                .isNotEmpty();
        snapPopup(robot, "assist-completion");
        robot.push(KeyCode.ENTER);
        await(() -> text(robot).endsWith("{{customer}}"));

        robot.write(" {{>ru");
        await(() -> popup("rules"));
        robot.push(KeyCode.TAB);
        await(() -> text(robot).endsWith("{{customer}} {{>rules}}"));

        robot.push(KeyCode.ENTER);
        assertThat(text(robot)).endsWith("{{>rules}}\n");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() -> Files.readString(root.resolve("prompts/mail.prompt")).endsWith("{{>rules}}\n"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text(robot)).endsWith("{{>rules}}");
    }

    @Test
    void aQuickFixDeclaresAVariable(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "{{tone}}");
        robot.push(KeyCode.ESCAPE);
        await(() ->
                robot.lookup(".problem-count").queryAs(Label.class).getText().equals("1 warning"));
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT).push(KeyCode.LEFT);
        await(() -> !robot.lookup(".problem-mark")
                .lookup(".mark-warning")
                .queryAll()
                .isEmpty());
        snap(robot, "assist-problems");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        await(() -> robot.lookup("Declare 'tone' in input.schema").tryQuery().isPresent());
        snapPopup(robot, "assist-fixes");
        robot.clickOn("Declare 'tone' in input.schema");

        await(() -> text(robot).contains("who writes to us\n    tone: string\n---"));
        await(() -> !robot.lookup(".problem-pane").query().isVisible());
    }

    @Test
    void aVariableIsRenamedInPromptPartialAndDataset(FxRobot robot) throws Exception {
        opened(robot);
        robot.interact(() -> editor(robot).goTo(text(robot).indexOf("{{customer}}") + 4));
        robot.push(KeyCode.F2);
        await(() -> robot.lookup("#renameName").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#renameName").queryAs(TextField.class).setText("sender"));
        await(() -> robot.lookup("datasets/mails.csv (1 place)").tryQuery().isPresent());
        snapPopup(robot, "assist-rename");
        robot.clickOn("#renameDo");

        await(() -> text(robot).equals(PROMPT.replace("customer", "sender")));
        assertThat(root.resolve("prompts/_rules.prompt")).hasContent("Greet {{sender}} first.\n");
        assertThat(Files.readString(root.resolve("datasets/mails.csv"))).isEqualTo("sender;\"x\"\r\n\"Ada; B\";1\r\n");
    }

    @Test
    void allHitsAreReplacedAndOneUndoTakesThemBack(FxRobot robot) throws Exception {
        opened(robot);
        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.HOME).push(KeyCode.CONTROL, KeyCode.H);
        robot.write("customer").clickOn("#findReplacement").write("guest");
        snap(robot, "assist-replace");
        robot.clickOn("Replace all");

        assertThat(text(robot)).isEqualTo(PROMPT.replace("customer", "guest"));
        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text(robot)).isEqualTo(PROMPT);
    }

    @Test
    void foldedLinesAreHiddenAndTheTextStays(FxRobot robot) throws Exception {
        opened(robot);
        await(() -> robot.lookup(".fold-mark .ikonli-font-icon").queryAll().size() >= 2);
        robot.clickOn(robot.lookup(".fold-mark .ikonli-font-icon")
                .<Node>queryAll()
                .iterator()
                .next());

        await(() -> editor(robot).area().getParagraph(3).getParagraphStyle().contains("collapse"));
        assertThat(text(robot)).isEqualTo(PROMPT);
        snap(robot, "assist-folded");
        robot.interact(() -> editor(robot).goTo(text(robot).indexOf("who writes")));
        assertThat(editor(robot).area().getParagraph(3).getParagraphStyle()).doesNotContain("collapse");
    }

    @Test
    void aDraftIsOfferedAfterACrashAndTheFileIsNotTouched(FxRobot robot) throws Exception {
        opened(robot);
        typeAtEnd(robot, "Never lose this.");
        await(() -> new Drafts(root)
                .find("mail")
                .filter(draft -> draft.text().endsWith("lose this."))
                .isPresent());

        robot.interact(() -> show((Stage) scene.getWindow()));
        opened(robot);
        await(() -> robot.lookup(".draft-line").query().isVisible());
        assertThat(text(robot)).isEqualTo(PROMPT);
        snap(robot, "assist-draft");
        robot.clickOn("#draftKeep");
        await(() -> text(robot).endsWith("Never lose this."));
        assertThat(root.resolve("prompts/mail.prompt")).hasContent(PROMPT);

        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.S);
        await(() -> new Drafts(root).find("mail").isEmpty());
    }

    private static boolean popup(String first) {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".completion-name").stream())
                .anyMatch(node -> node instanceof Label label && label.getText().equals(first));
    }

    private void opened(FxRobot robot) throws TimeoutException {
        await(() -> text(robot).equals(PROMPT));
        await(() -> !robot.lookup(".fold-mark .ikonli-font-icon").queryAll().isEmpty());
    }

    private static void typeAtEnd(FxRobot robot, String typed) {
        robot.clickOn(editor(robot).area()).push(KeyCode.CONTROL, KeyCode.END).write(typed);
    }

    private static String text(FxRobot robot) {
        return editor(robot).area().getText();
    }

    private static PromptEditor editor(FxRobot robot) {
        return robot.lookup("#editor").queryAs(PromptEditor.class);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(10, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }

    private void snap(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(60);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-light"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
            waitForFxEvents(30);
            robot.interact(() -> Snapshots.write(scene, WIDTH, HEIGHT, name + "-dark"));
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
            waitForFxEvents(30);
        }
    }

    private void snapPopup(FxRobot robot, String name) {
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            waitForFxEvents(30);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(window -> window.isShowing() && window.getScene() != scene)
                    .findFirst()
                    .ifPresent(window -> Snapshots.write(
                            window.getScene(), (int) window.getWidth(), (int) window.getHeight(), name)));
        }
    }
}
