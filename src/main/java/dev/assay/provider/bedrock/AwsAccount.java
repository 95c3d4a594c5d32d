package dev.assay.provider.bedrock;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The user's account as AWS's own tools find it: in the environment, else in the files of profiles. The files are read
 * at each question, as the keys of a session are replaced every few hours.
 */
final class AwsAccount {
    private static final Pattern HOST = Pattern.compile("(?:.*\\.)?bedrock-runtime(?:-fips)?\\.([a-z0-9-]+)\\..*");
    private static final String DEFAULT_REGION = "us-east-1";
    private final Map<String, String> environment;
    private final Path folder;

    /**
     * An account.
     *
     * @param environment the environment variables
     * @param folder where the files of profiles are unless the environment says otherwise
     */
    AwsAccount(Map<String, String> environment, Path folder) {
        this.environment = Map.copyOf(environment);
        this.folder = folder;
    }

    /** An API key of Bedrock; empty where there is none. */
    Optional<String> bearer() {
        return variable("AWS_BEARER_TOKEN_BEDROCK");
    }

    /** The keys that sign; empty where there are none. */
    Optional<AwsCredentialsIdentity> keys() {
        return keys(environment, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")
                .or(() -> keys(credentials()))
                .or(() -> keys(configuration()));
    }

    /** The region of an address, or else of the environment or the profile. */
    String region(URI baseUrl) {
        Matcher host = HOST.matcher(String.valueOf(baseUrl.getHost()));
        return host.matches()
                ? host.group(1)
                : variable("AWS_REGION")
                        .or(() -> variable("AWS_DEFAULT_REGION"))
                        .orElseGet(() -> configuration().getOrDefault("region", DEFAULT_REGION));
    }

    /** The name of the profile that is used. */
    String profile() {
        return variable("AWS_PROFILE").orElse("default");
    }

    /** What of all this must never be shown. */
    Stream<String> secrets() {
        Stream<String> ofKeys = keys().stream()
                .flatMap(keys -> keys instanceof AwsSessionCredentialsIdentity session
                        ? Stream.of(session.secretAccessKey(), session.sessionToken())
                        : Stream.of(keys.secretAccessKey()));
        return Stream.concat(bearer().stream(), ofKeys);
    }

    private Map<String, String> credentials() {
        return AwsProfile.read(file("AWS_SHARED_CREDENTIALS_FILE", "credentials"), profile());
    }

    private Map<String, String> configuration() {
        String name = profile();
        return AwsProfile.read(file("AWS_CONFIG_FILE", "config"), name.equals("default") ? name : "profile " + name);
    }

    private Path file(String variable, String name) {
        return variable(variable).map(Path::of).orElseGet(() -> folder.resolve(name));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Optional<AwsCredentialsIdentity> keys(Map<String, String> profile) {
        return keys(profile, "aws_access_key_id", "aws_secret_access_key", "aws_session_token");
    }

    private static Optional<AwsCredentialsIdentity> keys(
            Map<String, String> values, String id, String secret, String token) {
        List<String> found = Stream.of(id, secret, token)
                .map(name -> values.getOrDefault(name, "").strip())
                .toList();
        if (found.get(0).isEmpty() || found.get(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                found.get(2).isEmpty()
                        ? AwsCredentialsIdentity.create(found.get(0), found.get(1))
                        : AwsSessionCredentialsIdentity.create(found.get(0), found.get(1), found.get(2)));
    }
}
