package dev.assay.ui.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.table.columns.CasePreview;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImportViewTest {
    private static final String CHAT =
            "[{\"role\": \"system\", \"content\": \"Be kind.\"}, {\"role\": \"user\", \"content\": \"Hi {{you}}\"}]";
    private static final String TABLE = """
            Ticket ID;Customer_Letter;Tone;Correct Answer;
            7;"My ""order"" is late, and I have called four times already without getting through to anybody at all";kind;It is on the way;x
            8;Where is my key?;firm;At the gate;
            9;Thank you;;You are welcome;
            """;
    private static final String LINES = """
            {"mail": "Where is my\\nkey?", "tries": 2, "labels": ["late", "key"], "from": "shop 1"}
            {"mail": "Hello", "tries": "often", "labels": [], "from": "shop 1"}
            {"mail": "Bye", "tries": 3, "labels": ["late"], "from": "shop 2"}
            """;

    @TempDir
    static Path temporary;

    private final Tasks tasks = new Tasks(task -> Thread.ofVirtual().start(task), new FxExecutor());
    private final AtomicInteger imported = new AtomicInteger();
    private Path root;
    private Workbench workbench;
    private Stage window;
    private Theme theme;
    private ImportViewModel viewModel;

    @Start
    private void start(Stage stage) throws IOException {
        Path home = Files.createTempDirectory(temporary.toRealPath(), "home");
        root = Workspaces.locate(null, home, Map.of("HOME", home.toString()));
        Files.createDirectories(root.resolve("prompts/garden"));
        Files.writeString(root.resolve("prompts/garden/letter.prompt"), "Answer {{letter}} in a {{tone}} tone.\n");
        Files.writeString(
                root.resolve("prompts/garden/mail.prompt"),
                "---\ninput:\n  schema:\n    mail: string\n    tries: integer\n---\nAnswer {{mail}}, try {{tries}}.\n");
        workbench = Workbench.open(root, "a test", notice -> {});
        window = stage;
        var scene = new Scene(new StackPane(), 960, 760);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void pastedTextIsShownWithItsReportAndWrittenUnderTheNameThatIsTyped(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> viewModel.paste(CHAT));
        await(() -> targets(robot).getItems().size() == 1);
        assertThat(viewModel.report().entries().getFirst().what()).contains("{{ in the text");
        assertThat(robot.lookup("#preview").queryAs(TextArea.class).getText()).contains("Be kind.");
        snap(robot, "import");

        robot.interact(() -> viewModel.targets().getFirst().name().set("support/triage"));
        robot.interact(viewModel::write);
        await(() -> viewModel.problemProperty().get().contains("already"));
        assertThat(imported).hasValue(0);
        robot.interact(() -> viewModel.targets().getFirst().name().set("kind/hello"));
        robot.interact(viewModel::write);
        await(() -> imported.get() == 1);
        assertThat(root.resolve("prompts/kind/hello.prompt")).exists();
    }

    @Test
    void theColumnsOfATableBecomeInputsAsTheyAreChosen(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> viewModel.paste(TABLE));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY);
        assertThat(viewModel.columns().promptProperty().get()).isEqualTo("garden/letter");
        assertThat(viewModel.columns().rows().stream().map(row -> row.target().get()))
                .containsExactly("Ticket ID", "letter", "tone", "expected", "column5");
        snap(robot, "import-table");

        robot.interact(() -> viewModel.columns().rows().getFirst().target().set(""));
        robot.interact(() -> viewModel.columns().rows().getLast().target().set(""));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY
                && viewModel.previewProperty().get().names().equals(List.of("letter", "tone", "expected")));
        assertThat(robot.lookup("#cases").queryAs(PreviewTable.class).getColumns())
                .extracting(column -> column.getText())
                .containsExactly("letter", "tone", "expected");
        robot.interact(() -> viewModel.targets().getFirst().name().set("letters"));
        robot.interact(viewModel::write);
        await(() -> imported.get() == 1);
        assertThat(Files.readAllLines(root.resolve("datasets/letters.csv")))
                .contains("letter,tone,expected", "Where is my key?,firm,At the gate");
        assertThat(workbench.datasets()).contains("letters");
    }

    @Test
    void valuesOfLinesThatDoNotFitThePromptAreToldBeforeTheyAreWritten(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> viewModel.paste(LINES));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY);
        assertThat(viewModel.columns().promptProperty().get()).isEqualTo("garden/mail");
        robot.interact(() -> viewModel.columns().rows().get(3).target().set(DatasetReader.CLUSTER));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY
                && viewModel.previewProperty().get().names().contains(DatasetReader.CLUSTER));
        snap(robot, "import-lines");

        assertThat(viewModel.previewProperty().get().rows().get(1))
                .extracting(CasePreview.Value::fault)
                .containsExactly("", "'tries' must be a whole number (integer), not the text 'often'", "", "");
        assertThat(viewModel.report().entries())
                .anySatisfy(entry -> assertThat(entry.what()).isEqualTo("row 2, column 'tries'"));
        robot.interact(() -> viewModel.targets().getFirst().name().set("mails"));
        robot.interact(viewModel::write);
        await(() -> imported.get() == 1);
        Dataset cases = workbench.dataset("mails");
        assertThat(cases.cases().getFirst().tags()).containsExactly("late", "key");
        assertThat(cases.cases().getFirst().cluster()).isEqualTo("shop 1");
    }

    @Test
    void aTableIsReadAgainWithTheSeparatorThatIsChosen(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> viewModel.paste("a,b;c|letter\n1,2;3|Hello\n"));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY);
        robot.interact(() -> viewModel.columns().separatorProperty().set(Separator.BAR));
        await(() -> viewModel.stateProperty().get() == ImportViewModel.State.READY
                && viewModel.previewProperty().get().names().equals(List.of("a,b;c", "letter")));
    }

    @Test
    void aLongReportIsReadKindByKindAndCopiedWhole(FxRobot robot) throws Exception {
        open(robot);
        var table = new StringBuilder("prompts:\n");
        for (int i = 0; i < 120; i++) {
            table.append("  - 'file://prompts/missing-")
                    .append(i)
                    .append(".txt'\n  - 'Say {{ word | upper }} ")
                    .append(i)
                    .append("'\n");
        }
        robot.interact(() -> viewModel.paste(table.toString()));
        await(() -> viewModel.report().entries().size() >= 240);
        snap(robot, "import-report");

        robot.clickOn(lookupSegment(robot, "Needs a hand"));
        assertThat(viewModel.report().entries()).allMatch(entry -> entry.outcome() == Outcome.NEEDS_HAND);
        robot.clickOn("#copy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString().lines())
                        .hasSizeGreaterThan(240)
                        .anyMatch(line -> line.startsWith("Needs a hand:")));
    }

    @Test
    void aFileWhoseFormatCannotBeToldIsReadAsWhatIsChosen(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> viewModel.paste("just words"));
        await(() -> viewModel.problemProperty().get().contains("Read as"));
        robot.interact(() -> viewModel.paste("{\"messages\": ["));
        await(() -> viewModel.problemProperty().get().contains("JSON"));
        assertThat(viewModel.problemProperty().get()).doesNotContain("Source");
        snap(robot, "import-broken");
        assertThat(viewModel.stateProperty().get()).isEqualTo(ImportViewModel.State.EMPTY);
    }

    private void open(FxRobot robot) {
        viewModel = new ImportViewModel(workbench.exchange(), tasks);
        robot.interact(() -> ImportDialog.show(window, viewModel, paths -> imported.addAndGet(paths.size())));
    }

    private static Node lookupSegment(FxRobot robot, String text) {
        return robot.lookup("#segments").<javafx.scene.layout.HBox>query().getChildren().stream()
                .filter(node ->
                        ((javafx.scene.control.ToggleButton) node).getText().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    private static ListView<?> targets(FxRobot robot) {
        return robot.lookup("#targets").queryAs(ListView.class);
    }

    private void snap(FxRobot robot, String name) {
        waitForFxEvents();
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            Scene scene = robot.lookup("#targets").<Node>query().getScene();
            for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
                robot.interact(() -> {
                    theme.choiceProperty().set(choice);
                    scene.getStylesheets().setAll(window.getScene().getStylesheets());
                });
                waitForFxEvents();
                robot.interact(() -> Snapshots.write(scene, 920, 720, name + "-" + choice));
            }
            robot.interact(() -> theme.choiceProperty().set(Theme.Choice.LIGHT));
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(20, TimeUnit.SECONDS, condition);
        waitForFxEvents();
    }
}
