package dev.assay.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.ModelId;
import dev.assay.settings.Preset;
import dev.assay.settings.edit.ProviderField;
import dev.assay.settings.secret.Keys;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.settings.SettingsViewModel.State;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
    private static final String PLANTED = "sk-planted";

    @TempDir
    private Path folder;

    private Workbench workbench;
    private Path file;
    private SettingsViewModel viewModel;

    @BeforeEach
    void open() throws Exception {
        Path root = Workspaces.locate(folder.resolve("work"), folder, Map.of());
        file = root.resolve("providers.yaml");
        Files.writeString(file, """
                providers:
                  house:
                    dialect: openai # as most
                    baseUrl: http://127.0.0.1:9/v1
                    apiKey: ${HOUSE_KEY}
                    models: [small]
                """);
        workbench = Workbench.open(root, "a test", notice -> {}, Keys.of(Map.of("XDG_CONFIG_HOME", folder.toString())));
        viewModel = new SettingsViewModel(workbench.providerSetup(), new Tasks(Runnable::run, Runnable::run));
        viewModel.load();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private void type(ProviderField field, String text) {
        viewModel.provider().value(field).textProperty().set(text);
        viewModel.provider().save(field);
    }

    @Test
    void aValueThatIsTypedIsInTheFileAndCommentsStay() {
        type(ProviderField.REQUESTS_PER_MINUTE, "60");
        assertThat(file).content().contains("requestsPerMinute: 60", "# as most");
        assertThat(viewModel.providers().getFirst().limits().requestsPerMinute())
                .isEqualTo(60);
    }

    @Test
    void aWrongValueStaysAsTypedWithWhatIsWrongBesideIt() {
        type(ProviderField.IDLE, "soon");
        viewModel.load();
        ValueModel idle = viewModel.provider().value(ProviderField.IDLE);
        assertThat(idle.textProperty().get()).isEqualTo("soon");
        assertThat(idle.problemProperty().get()).contains("must be a time such as 500ms");
        assertThat(file).content().doesNotContain("soon");
        type(ProviderField.IDLE, "3m");
        assertThat(idle.problemProperty().get()).isEmpty();
    }

    @Test
    void aProviderIsAddedFromAPresetUnderAFreeNameOpenedAndRemoved() {
        Preset openai = Preset.find("openai").orElseThrow();
        viewModel.add(openai, Optional.empty());
        viewModel.add(openai, Optional.empty());
        assertThat(viewModel.providers()).extracting("name").containsExactly("house", "openai", "openai-2");
        assertThat(viewModel.selectedProperty().get()).isEqualTo("openai-2");
        viewModel.remove();
        assertThat(viewModel.providers()).extracting("name").containsExactly("house", "openai");
    }

    @Test
    void aFileWithAMistakeIsNamedWithItsLineAndCanBeMended() throws Exception {
        String right = Files.readString(file);
        Files.writeString(file, right.replace("openai #", "opneai #"));
        viewModel.load();
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.BROKEN);
        assertThat(viewModel.problemProperty().get()).contains("providers.yaml:3:");
        viewModel.setup().texts().getFirst().write(right);
        viewModel.load();
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.LOADED);
    }

    @Test
    void withoutProvidersTheScreenIsEmpty() {
        viewModel.remove();
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.EMPTY);
        viewModel.add(Preset.find("anthropic").orElseThrow(), Optional.empty());
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.LOADED);
    }

    @Test
    void aKeyIsKeptBehindAPassphraseNamedAndRemoved() throws Exception {
        KeyViewModel key = viewModel.key();
        assertThat(key.stateProperty().get()).startsWith("HOUSE_KEY is missing");
        assertThat(key.closedProperty().get()).isTrue();
        key.typedProperty().set(PLANTED);
        key.keep();
        assertThat(key.problemProperty().get()).contains("passphrase");
        assertThat(key.typedProperty().get()).isEqualTo(PLANTED);

        key.passphraseProperty().set("open sesame");
        key.keep();
        assertThat(key.stateProperty().get()).startsWith("HOUSE_KEY is set, in the key file");
        assertThat(key.typedProperty().get() + key.passphraseProperty().get()).isEmpty();
        assertThat(Files.readString(file)).doesNotContain(PLANTED);

        key.remove();
        assertThat(key.stateProperty().get()).startsWith("HOUSE_KEY is missing");
    }

    @Test
    void aTestOfAProviderThatIsNotThereSaysWhy() {
        viewModel.key().passphraseProperty().set("open sesame");
        viewModel.key().typedProperty().set(PLANTED);
        viewModel.key().keep();
        viewModel.provider().test();
        TestOutcome outcome = viewModel.provider().outcomeProperty().get();
        assertThat(outcome.good()).isFalse();
        assertThat(outcome.text()).contains("127.0.0.1:9").doesNotContain(PLANTED);
        assertThat(viewModel.provider().testingProperty().get()).isFalse();
    }

    @Test
    void aPriceThatIsTypedGoesIntoTheWorkspacesList() {
        PriceLine unknown = viewModel.prices().getFirst();
        assertThat(unknown.source()).isEqualTo("not known");
        viewModel.price(unknown, "0.5", "2");
        assertThat(viewModel.prices().getFirst().input()).isEqualTo("0.5");
        assertThat(workbench.prices().priceOf(new ModelId("house", "small"))).isPresent();
        viewModel.price(viewModel.prices().getFirst(), "cheap", "2");
        assertThat(viewModel.noticeProperty().get()).contains("cheap");
        assertThat(viewModel.prices().getFirst().input()).isEqualTo("0.5");
    }
}
