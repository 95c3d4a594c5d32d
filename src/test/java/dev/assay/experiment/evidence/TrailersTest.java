package dev.assay.experiment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailersTest {
    private static final Evidence EVIDENCE = new Evidence(
            "20261123-141502-k3f9",
            "meetings@1a2b3c4",
            List.of(
                    new MeasuredScore("relevance", 0.82, new Interval(0.79, 0.85), 20),
                    new MeasuredScore("coherence", 0.9, null, 4)),
            List.of(new MeasuredDifference("relevance", 0.05, new Interval(0.01, 0.09), "5d6e7f8")),
            "offline/brief",
            "offline/thorough",
            "0a1b2c3d4e5f",
            "$0.12");

    @Test
    void evidenceReadsAsALog() {
        assertThat(Trailers.append("Ask for owners\n\nThey were missing.", EVIDENCE))
                .isEqualTo("""
                        Ask for owners

                        They were missing.

                        Assay-Run: 20261123-141502-k3f9
                        Assay-Dataset: meetings@1a2b3c4
                        Assay-Relevance: 0.82 (95% CI 0.79 to 0.85, n=20)
                        Assay-Coherence: 0.90 (n=4)
                        Assay-Difference: relevance +0.05 (95% CI 0.01 to 0.09) against 5d6e7f8
                        Assay-Model: offline/brief
                        Assay-Judge: offline/thorough
                        Assay-Judge-Hash: 0a1b2c3d4e5f
                        Assay-Cost: $0.12
                        """);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(Trailers.parse(Trailers.append("Ask for owners", EVIDENCE))).contains(EVIDENCE);
    }

    @Test
    void evidenceJoinsTrailersThatAreThere() {
        String message = Trailers.append("Subject\n\nSigned-off-by: Ada <ada@example.org>", EVIDENCE);

        assertThat(message).contains("Signed-off-by: Ada <ada@example.org>\nAssay-Run:");
        assertThat(Trailers.parse(message + "Reviewed-by: Bea <bea@example.org>\n"))
                .contains(EVIDENCE);
    }

    @Test
    void aSubjectThatLooksLikeATrailerIsNone() {
        assertThat(Trailers.append("Notes: ask for owners", EVIDENCE))
                .startsWith("Notes: ask for owners\n\nAssay-Run:");
    }

    @Test
    void aMessageWithoutEvidenceHasNone() {
        assertThat(Trailers.parse("Just a subject")).isEmpty();
        assertThat(Trailers.parse("")).isEmpty();
        assertThat(Trailers.parse("Subject\n\nAssay-Run: x\n\nmore text after it"))
                .isEmpty();
    }

    @Test
    void trailersOfAStrangerDoNoHarm() {
        assertThat(Trailers.parse("S\n\nAssay-Run: x\nAssay-Relevance: lots\nAssay-Difference: relevance ?\n"
                        + "Assay-Coherence: 0.5 (95% CI 0.9 to 0.1, n=3)"))
                .hasValueSatisfying(found -> {
                    assertThat(found.differences()).isEmpty();
                    assertThat(found.scores()).containsExactly(new MeasuredScore("coherence", 0.5, null, 3));
                });
    }

    @Test
    void evidenceCanBeTakenOut() {
        assertThat(Trailers.without(Trailers.append("Subject\n\nBody", EVIDENCE)))
                .isEqualTo("Subject\n\nBody");
    }

    @Test
    void gitReadsThemAsTrailers() throws IOException, InterruptedException {
        boolean installed = List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "git")));
        assumeTrue(installed, "git is not installed");
        Process git = new ProcessBuilder("git", "interpret-trailers", "--parse").start();
        try (var in = git.getOutputStream()) {
            in.write(Trailers.append("Ask for owners", EVIDENCE).getBytes(StandardCharsets.UTF_8));
        }
        String parsed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(git.waitFor()).isZero();
        assertThat(parsed.strip()).isEqualTo(Trailers.write(EVIDENCE));
    }
}
