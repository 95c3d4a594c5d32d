package dev.assay.cli.models;

import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.provider.local.LocalProvider;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.workbench.catalogue.ModelCatalogue;
import dev.assay.workbench.catalogue.ProviderModels;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay models}: the models that the providers offer. */
@Command(
        name = "models",
        description =
                "The models that the providers offer, asked of them, with price, context and retirement; and which"
                        + " to choose.")
public final class ModelsCommand implements Callable<Integer> {
    private static final Set<String> BUILT_IN = Set.of(OfflineProvider.NAME, LocalProvider.NAME);

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "PROVIDER", description = "Only this one.")
    private @Nullable String provider;

    private ModelsCommand(Session session) {
        this.session = session;
    }

    /** The command with the one under it. */
    public static CommandLine create(Session session) {
        return new CommandLine(new ModelsCommand(session)).addSubcommand(new ChooseCommand(session));
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            ModelCatalogue catalogue = workbench.catalogue();
            List<ProviderModels> found = provider == null ? catalogue.ofAll() : List.of(catalogue.of(provider));
            for (ProviderModels finding : found) {
                if (finding instanceof ProviderModels.Failed failed) {
                    session.terminal().note(String.valueOf(failed.failure().getMessage()));
                }
            }
            session.print(ModelsReport.json(found), ModelsReport.text(found));
            return allFailed(found) ? ExitStatus.PROVIDER_FAILED : ExitStatus.DONE;
        }
    }

    /** The models that are built in are always there, so they excuse nobody. */
    private static boolean allFailed(List<ProviderModels> found) {
        List<ProviderModels> configured = found.stream()
                .filter(finding -> !BUILT_IN.contains(finding.provider()))
                .toList();
        return !configured.isEmpty() && configured.stream().allMatch(ProviderModels.Failed.class::isInstance);
    }
}
