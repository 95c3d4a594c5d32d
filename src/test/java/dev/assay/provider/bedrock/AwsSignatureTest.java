package dev.assay.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class AwsSignatureTest {
    private static final URI FRANKFURT = URI.create("https://bedrock-runtime.eu-central-1.amazonaws.com");
    private static final URI GATEWAY = URI.create("https://llm.example/bedrock");
    private static final byte[] BODY = "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private BedrockDialect dialect(URI url, Map<String, String> environment) {
        return new BedrockDialect(url, environment, folder);
    }

    private String authorization(URI url, Map<String, String> environment) {
        return dialect(url, environment).signature("POST", url, BODY).getOrDefault("Authorization", "none");
    }

    /** The signature is that of botocore for the same call. */
    @Test
    void aCallIsSignedAsAwssOwnToolsSignIt() {
        var keys = AwsSessionCredentialsIdentity.create(
                "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "session-token");
        var clock = Clock.fixed(Instant.parse("2026-11-26T02:00:00Z"), ZoneOffset.UTC);
        Map<String, String> headers = new AwsSignature(keys, "eu-central-1", clock)
                .headers("POST", URI.create(FRANKFURT + "/model/us.nova-v1%3A0/converse"), BODY);
        assertThat(headers)
                .containsEntry("X-Amz-Date", "20261126T020000Z")
                .containsEntry("X-Amz-Security-Token", "session-token")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261126/eu-central-1/bedrock/aws4_request, "
                                + "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token, "
                                + "Signature=49b68b2ab8b25bbb8a9b456ed93987c92f679b73674d8c120285357fe5467ba6");
    }

    @Test
    void keysOfTheEnvironmentGoBeforeThoseOfAProfile() throws IOException {
        Files.writeString(folder.resolve("credentials"), """
                # keys of two accounts
                [default]
                aws_access_key_id = HOME ; mine
                aws_secret_access_key = secret
                [work]
                aws_access_key_id=WORK
                aws_secret_access_key=secret
                aws_session_token = token==
                """);
        Files.writeString(folder.resolve("config"), """
                [default]
                region = eu-west-1
                [profile work]
                region = ap-south-1
                """);
        assertThat(authorization(GATEWAY, Map.of()))
                .contains("Credential=HOME/")
                .contains("/eu-west-1/bedrock/");
        var work = dialect(GATEWAY, Map.of("AWS_PROFILE", "work")).signature("POST", GATEWAY, BODY);
        assertThat(work.get("Authorization")).contains("Credential=WORK/").contains("/ap-south-1/bedrock/");
        assertThat(work).containsEntry("X-Amz-Security-Token", "token==");
        var environment = Map.of("AWS_ACCESS_KEY_ID", "ENV", "AWS_SECRET_ACCESS_KEY", "s", "AWS_REGION", "us-west-2");
        assertThat(authorization(GATEWAY, environment))
                .contains("Credential=ENV/")
                .contains("/us-west-2/bedrock/");
        assertThat(authorization(FRANKFURT, environment)).contains("/eu-central-1/bedrock/");
    }

    @Test
    void keysThatAreReplacedAreReadAnew() throws IOException {
        BedrockDialect dialect = dialect(
                GATEWAY, Map.of("AWS_SHARED_CREDENTIALS_FILE", file("keys").toString()));
        assertThat(dialect.signature("POST", GATEWAY, BODY)).isEmpty();
        for (String id : new String[] {"OLD", "NEW"}) {
            Files.writeString(
                    file("keys"), "[default]\naws_access_key_id=" + id + "\naws_secret_access_key=hidden-one");
            assertThat(dialect.signature("POST", GATEWAY, BODY).get("Authorization"))
                    .contains("Credential=" + id + "/");
        }
        assertThat(dialect.secrets()).containsExactly("hidden-one");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void anApiKeyOfTheEnvironmentNeedsNoSignature() {
        var dialect = dialect(FRANKFURT, Map.of("AWS_BEARER_TOKEN_BEDROCK", "bearer-one"));
        assertThat(dialect.signature("POST", FRANKFURT, BODY))
                .containsOnly(Map.entry("Authorization", "Bearer bearer-one"));
        assertThat(dialect.headers()).as("what exported code holds").isEmpty();
        assertThat(dialect.secrets()).containsExactly("bearer-one");
    }

    @Test
    void whereThereIsNoKeyItIsSaidHowToGiveOne() {
        assertThatThrownBy(() -> authorization(FRANKFURT, Map.of("AWS_PROFILE", "work")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("AWS_BEARER_TOKEN_BEDROCK")
                .hasMessageContaining("profile 'work'");
        assertThat(authorization(GATEWAY, Map.of())).isEqualTo("none");
    }

    @Test
    void theListOfModelsIsAtAnotherHost() {
        var dialect = dialect(FRANKFURT, Map.of());
        assertThat(dialect.modelsHost("bedrock-runtime.eu-central-1.amazonaws.com"))
                .isEqualTo("bedrock.eu-central-1.amazonaws.com");
        assertThat(dialect.modelsHost("bedrock-runtime-fips.us-east-1.amazonaws.com"))
                .isEqualTo("bedrock-fips.us-east-1.amazonaws.com");
        assertThat(dialect.modelsHost("llm.example")).isEqualTo("llm.example");
    }
}
