package dev.assay.cli.votes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.InputFile;
import dev.assay.cli.session.Session;
import dev.assay.history.Run;
import dev.assay.history.Vote;
import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import dev.assay.registry.PromptRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay vote import}: votes from a file into history, all or none. */
@Command(
        name = "import",
        description = {
            "Records votes on the answers of a run, all of a file or none. Each line of FILE is an object:",
            "  {\"case\": 1, \"left\": \"A\", \"right\": \"B\", \"choice\": \"left\"}",
            "choice is left, right, tie, both_bad or the letter of the preferred variant; cases count from 1.",
            "May also have: \"voter\": who votes, \"at\": when, such as 2026-11-26T17:30:00Z.",
            "A vote takes the place of an earlier one by the same person on the same case and variants."
        })
final class VoteImportCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The run's id, the beginning of it, or 'latest'.")
    private String run = "";

    @Parameters(paramLabel = "FILE", description = "A file of JSON lines.")
    private String file = "";

    @Option(
            names = "--voter",
            paramLabel = "'NAME <ADDRESS>'",
            description = "Who votes where a line does not say it. Default: the author that git is configured with.")
    private @Nullable String voter;

    VoteImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        String text = InputFile.text(session, file);
        try (var workbench = session.openWorkbench()) {
            Run found = workbench.run(run);
            List<Vote> votes = votes(text, found, workbench.registry());
            votes.forEach(vote -> workbench.history().vote(found.id(), vote));
            long voters = votes.stream().map(Vote::voter).distinct().count();
            var document = JsonNodeFactory.instance
                    .objectNode()
                    .put("run", found.id())
                    .put("imported", votes.size())
                    .put("voters", voters);
            session.print(
                    document,
                    List.of(votes.size() + (votes.size() == 1 ? " vote" : " votes") + " of " + voters
                            + (voters == 1 ? " person" : " people") + " recorded on run " + found.id()
                            + " (see: assay vote list " + found.id() + ")"));
        }
    }

    private List<Vote> votes(String text, Run found, PromptRegistry registry) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> lines = text.lines().toList();
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var place = new SourceLocation(file, i + 1, 1);
                votes.add(VoteLine.parse(place, lines.get(i), found).vote(() -> voter(registry), now));
            }
        }
        return votes;
    }

    private String voter(PromptRegistry registry) {
        return voter != null
                ? voter
                : registry.configuredAuthor()
                        .map(author -> author.name() + " <" + author.email() + ">")
                        .orElseThrow(() -> new InputException(
                                "It is not known who votes: set user.name and user.email in git, pass --voter,"
                                        + " or give each line a \"voter\""));
    }
}
