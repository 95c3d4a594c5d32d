package dev.assay.cli.providers;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.settings.Preset;
import dev.assay.settings.ProvidersEdit;
import dev.assay.workbench.Workspaces;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay providers add}: a usual provider goes into the workspace's settings. */
@Command(name = "add", description = "Adds a provider to providers.yaml from a preset; comments and order stay.")
final class ProvidersAddCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "PRESET", description = "One of those that assay providers presets lists.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private String preset;

    @Option(names = "--name", paramLabel = "NAME", description = "How models name it. Default: as the preset.")
    private @Nullable String name;

    @Option(names = "--base-url", paramLabel = "URL", description = "Its address. Default: the preset's.")
    private @Nullable String baseUrl;

    ProvidersAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Preset known = Preset.find(preset).orElseThrow(() -> new InputException(Preset.unknown(preset)));
        String named = name == null ? known.name() : name;
        ProvidersEdit.add(
                session.workspace().resolve(Workspaces.PROVIDERS), named, known, Optional.ofNullable(baseUrl));
        String key = known.key()
                .map(variable -> "; its key is read from the environment variable " + variable)
                .orElse("");
        session.print(
                JsonNodeFactory.instance.objectNode().put("added", named).put("preset", known.name()),
                List.of("Added " + named + key));
    }
}
