package dev.assay.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import dev.assay.settings.SemanticCache;
import dev.assay.settings.edit.ProviderField;
import dev.assay.settings.secret.Keys;
import dev.assay.ui.Snapshots;
import dev.assay.ui.fx.FxExecutor;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.Theme;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The settings screen against a model server on loopback that can be held up. */
@ExtendWith(ApplicationExtension.class)
class SettingsViewTest {
    @TempDir
    static Path folder;

    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final OutboundLog log = new OutboundLog(InstantSource.system());
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holds;
    private HttpServer server;
    private Workbench workbench;
    private Path file;
    private SettingsViewModel viewModel;
    private Scene scene;
    private Theme theme;

    @Start
    void start(Stage stage) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> {
            try {
                if (holds) {
                    held.await();
                }
                byte[] body = "{\"data\": [{\"id\": \"small\"}, {\"id\": \"large\"}]}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.setExecutor(background);
        server.start();
        Path home = Files.createTempDirectory(folder, "work");
        Path root = Workspaces.locate(home.resolve("workspace"), home, Map.of());
        file = root.resolve("providers.yaml");
        Files.writeString(file, """
                providers:
                  house:
                    dialect: openai # as most
                    baseUrl: http://127.0.0.1:%d/v1
                    models: [small, huge]
                  openai:
                    preset: openai
                  anthropic:
                    preset: anthropic
                    requestsPerMinute: 50
                """.formatted(server.getAddress().getPort()));
        workbench = Workbench.open(
                root,
                "a test",
                notice -> {},
                Keys.of(Map.of("XDG_CONFIG_HOME", home.toString(), "ANTHROPIC_API_KEY", "sk-planted")));
        var tasks = new Tasks(background, new FxExecutor());
        viewModel = new SettingsViewModel(workbench.providerSetup(), tasks);
        var controller = new SettingsController(viewModel);
        scene = new Scene(
                ViewLoader.load(
                        controller,
                        new ProviderController(viewModel),
                        new KeyController(viewModel),
                        new ConnectionsController(log)),
                960,
                760);
        theme = new Theme(scene, Theme.Choice.LIGHT);
        stage.setScene(scene);
        stage.show();
        controller.shown();
    }

    @AfterEach
    void close() {
        held.countDown();
        background.shutdownNow();
        server.stop(0);
        workbench.close();
    }

    private static void until(FxRobot robot, BooleanSupplier holds) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            var answer = new boolean[1];
            robot.interact(() -> answer[0] = holds.getAsBoolean());
            return answer[0];
        });
        WaitForAsyncUtils.waitForFxEvents(20);
    }

    private static TextField field(FxRobot robot, String name) {
        return robot.lookup(".text-field")
                .match(node -> name.equals(node.getAccessibleText()))
                .query();
    }

    @Test
    void theTestTellsLatencyAndModelsAndCanBeStopped(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        Button test = robot.lookup("#testButton").queryButton();
        robot.interact(test::fire);
        until(robot, () -> robot.lookup("#outcome").queryAs(Label.class).isVisible());
        assertThat(robot.lookup("#outcome").queryAs(Label.class).getText())
                .contains("2 models", "no key is needed", "does not list huge");

        holds = true;
        robot.interact(test::fire);
        Button stop = robot.lookup("#stopButton").queryButton();
        until(robot, stop::isVisible);
        robot.interact(stop::fire);
        until(robot, test::isVisible);
        assertThat(robot.lookup("#outcome").query().isVisible()).isFalse();
    }

    @Test
    void aValueIsSavedOnEnterAndAWrongOneIsNamedBesideIt(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        TextField retries = field(robot, "Retries");
        robot.interact(() -> {
            retries.setText("5");
            retries.getOnAction().handle(null);
        });
        until(robot, () -> viewModel.providers().getFirst().limits().retries() == 5);
        assertThat(file).content().contains("retries: 5", "# as most");
        robot.interact(() -> {
            retries.setText("many");
            retries.getOnAction().handle(null);
        });
        until(
                robot,
                () -> robot.lookup(".field-problem").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.isVisible() && label.getText().contains("whole number from 0")));
        assertThat(retries.getText()).isEqualTo("many");
    }

    @Test
    void theFileIsWrittenByHandAndAMistakeKeepsTheTextOpen(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        edit(robot, 0);
        until(robot, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        DialogPane dialog = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        TextArea text = robot.from(dialog).lookup(".text-area").queryAs(TextArea.class);
        String right = text.getText();
        Button save = robot.from(dialog).lookup("Save").queryButton();
        robot.interact(() -> {
            text.setText(right.replace("openai #", "opneai #"));
            save.fire();
        });
        until(
                robot,
                () -> robot.from(dialog).lookup(".field-problem").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.isVisible() && label.getText().contains("providers.yaml:3:")));
        assertThat(file).content().isEqualTo(right);
        if (System.getProperty(Snapshots.PROPERTY) != null) {
            robot.interact(() -> Snapshots.write(dialog.getScene(), 760, 620, "settings-file"));
        }
        robot.interact(() -> {
            text.setText(right.replace("# as most", "# as all"));
            save.fire();
        });
        until(robot, () -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        assertThat(file).content().contains("# as all");
    }

    @Test
    void headersAndDifferencesOfTheServerAreSetInTheForm(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        TextArea headers = robot.lookup(".text-area").queryAs(TextArea.class);
        ComboBox<String> usage = choice(robot, "Asked for usage in streams");
        assertThat(usage.getItems()).containsExactly("", "true", "false");
        robot.interact(() -> {
            headers.requestFocus();
            headers.setText("X-Team: red\nX-Trace: \"on\"");
            // Saved as the focus leaves the field.
            usage.requestFocus();
            usage.setValue("false");
        });
        until(
                robot,
                () -> viewModel.providers().getFirst().headers().size() == 2
                        && !viewModel.providers().getFirst().quirks().isEmpty());
        assertThat(file).content().contains("quirks: {streamUsage: false}", "X-Team: red", "# as most");
        robot.interact(() -> usage.setValue(""));
        until(robot, () -> viewModel.providers().getFirst().quirks().isEmpty());

        robot.interact(() -> viewModel.selectedProperty().set("anthropic"));
        until(robot, () -> !robot.lookup("#differences").query().isVisible());
        assertThat(headers.getText()).isEmpty();
    }

    @Test
    void whatModelsTakeAndTheCacheAreWrittenByHandToo(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        edit(robot, 1);
        write(robot, "house:\n  small: {imagse: false}\n");
        until(robot, () -> problem(robot).contains("models.yaml:2:"));
        write(robot, "house:\n  small: {images: false}\n");
        until(robot, () -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        assertThat(file.resolveSibling("models.yaml")).content().contains("images: false");

        edit(robot, 2);
        assertThat(robot.from(robot.lookup(".dialog-pane").<DialogPane>query())
                        .lookup(".text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("# semantic:");
        write(robot, "semantic: {use: true, similarity: 2}\n");
        until(robot, () -> problem(robot).contains("above 0 and at most 1"));
        write(robot, "semantic: {use: true, similarity: 0.97}\n");
        until(robot, () -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        assertThat(workbench.cache().settings().semantic()).isEqualTo(new SemanticCache(true, 0.97));
    }

    private static void edit(FxRobot robot, int which) throws Exception {
        FilesMenu files = robot.lookup("#files").queryAs(FilesMenu.class);
        robot.interact(() -> files.getItems().get(which).fire());
        until(robot, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
    }

    private static void write(FxRobot robot, String text) {
        DialogPane dialog = robot.lookup(".dialog-pane").queryAs(DialogPane.class);
        robot.interact(() -> {
            robot.from(dialog).lookup(".text-area").queryAs(TextArea.class).setText(text);
            robot.from(dialog).lookup("Save").queryButton().fire();
        });
    }

    private static String problem(FxRobot robot) {
        return robot.from(robot.lookup(".dialog-pane").<DialogPane>query())
                .lookup(".field-problem")
                .queryAs(Label.class)
                .getText();
    }

    private static ComboBox<String> choice(FxRobot robot, String name) {
        return robot.lookup(".combo-box")
                .match(node -> name.equals(node.getAccessibleText()))
                .query();
    }

    @Test
    void hostsThatAreContactedAreListedWhileTheConnectionsAreInSight(FxRobot robot) throws Exception {
        ToggleButton connections = robot.lookup("#connectionsPane").queryAs(ToggleButton.class);
        robot.interact(connections::fire);
        TableView<?> table = robot.lookup("#table").queryTableView();
        assertThat(table.isVisible()).isFalse();
        log.contacted("api.example", Purpose.CHAT);
        log.exchanged("api.example", Purpose.CHAT, 2500, 900);
        until(robot, () -> table.isVisible() && table.getItems().size() == 1);
    }

    @Test
    @EnabledIfSystemProperty(named = Snapshots.PROPERTY, matches = ".+")
    void theScreenIsWrittenInBothThemesAndTwoSizes(FxRobot robot) throws Exception {
        until(robot, () -> viewModel.providers().size() == 3);
        robot.interact(() -> viewModel.provider().test());
        until(robot, () -> viewModel.provider().outcomeProperty().get() != null);
        both(robot, "settings-tested");
        robot.interact(
                () -> robot.lookup(".form-scroll").queryAs(ScrollPane.class).setVvalue(1));
        both(robot, "settings-differences");
        robot.interact(() -> viewModel.selectedProperty().set("openai"));
        both(robot, "settings-missing");
        robot.interact(() -> {
            viewModel.selectedProperty().set("anthropic");
            viewModel.provider().value(ProviderField.IDLE).textProperty().set("soon");
            viewModel.provider().save(ProviderField.IDLE);
        });
        until(
                robot,
                () -> !viewModel
                        .provider()
                        .value(ProviderField.IDLE)
                        .problemProperty()
                        .get()
                        .isEmpty());
        both(robot, "settings-wrong");
        ToggleButton connections = robot.lookup("#connectionsPane").queryAs(ToggleButton.class);
        robot.interact(connections::fire);
        both(robot, "connections-none");
        log.contacted("api.openai.com", Purpose.CHAT);
        log.exchanged("api.openai.com", Purpose.CHAT, 2500, 1_900_000);
        log.contacted("github.com", Purpose.GIT);
        until(robot, () -> robot.lookup("#table").queryTableView().getItems().size() == 2);
        both(robot, "connections");
        robot.interact(
                () -> robot.lookup("#providersPane").queryAs(ToggleButton.class).fire());
        String right = Files.readString(file);
        Files.writeString(file, right.replace("openai #", "opneai #"));
        robot.interact(viewModel::load);
        until(robot, () -> !viewModel.problemProperty().get().isEmpty());
        both(robot, "settings-broken");
        Files.writeString(file, "");
        robot.interact(viewModel::load);
        until(robot, () -> viewModel.providers().isEmpty());
        both(robot, "settings-empty");
    }

    private void both(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents(20);
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            robot.interact(() -> theme.choiceProperty().set(choice));
            String named = name + "-" + choice.name().toLowerCase(Locale.ROOT);
            robot.interact(() -> Snapshots.write(scene, 1192, 730, named + "-1280"));
            robot.interact(() -> Snapshots.write(scene, 1832, 1010, named + "-1920"));
        }
    }
}
