package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.registry.GitCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorHostsTest {
    @TempDir
    private Path folder;

    private String outbound() throws Exception {
        var assay = new CommandLineHarness(
                folder, Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString(), "PROXY_KEY", "planted77"));
        for (JsonNode check : assay.run("doctor", "--json", "--workspace", folder.toString())
                .json()
                .path("checks")) {
            if (check.path("name").asText().equals("outbound")) {
                return check.path("detail").asText();
            }
        }
        throw new AssertionError("No check of the hosts");
    }

    @Test
    void theHostsThatMayBeContactedAreTheOnesOfTheSettings() throws Exception {
        assumeTrue(GitCommand.isInstalled());
        var git = new GitCommand(folder);
        git.run("init", "-q", "-b", "main");
        assertThat(outbound()).isEqualTo("no host is ever contacted");

        git.run("remote", "add", "team", "https://git.example/team/prompts.git");
        Files.writeString(folder.resolve("providers.yaml"), """
                providers:
                  house:
                    dialect: openai
                    baseUrl: https://models.example:8443/v1
                    apiKey: ${HOUSE_KEY}
                    proxy: http://me:${PROXY_KEY}@proxy.example:3128
                """);
        assertThat(outbound())
                .contains(
                        "models.example:8443 (provider house)",
                        "proxy.example:3128 (proxy to provider house)",
                        "https://git.example/team/prompts.git (git remote team)")
                .doesNotContain("planted77");
    }
}
