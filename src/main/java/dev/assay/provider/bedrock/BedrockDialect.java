package dev.assay.provider.bedrock;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.TokenCounts;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.WireDialect;
import dev.assay.provider.wire.WireRequest;
import dev.assay.settings.ApiKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Converse protocol of AWS Bedrock, called with an API key of Bedrock or with a signature made from AWS keys. */
public final class BedrockDialect implements WireDialect {
    private final URI baseUrl;
    private final AwsAccount account;

    /** The protocol with the keys and the region that the environment and the user's AWS files give. */
    public BedrockDialect(URI baseUrl) {
        this(baseUrl, System.getenv(), Path.of(System.getProperty("user.home"), ".aws"));
    }

    /** The protocol with the given environment and folder of AWS's files. */
    public BedrockDialect(URI baseUrl, Map<String, String> environment, Path folder) {
        this.baseUrl = baseUrl;
        this.account = new AwsAccount(environment, folder);
    }

    @Override
    public Framing framing() {
        return Framing.AWS_EVENTS;
    }

    @Override
    public String chatPath(String basePath, ChatRequest request) {
        String model = WireDialect.segment(request.model().model());
        return "model/" + model + (request.stream() ? "/converse-stream" : "/converse");
    }

    /** The list is given by another service than the models. */
    @Override
    public String modelsHost(String host) {
        return host.replaceFirst("(^|\\.)bedrock-runtime([.-])", "$1bedrock$2");
    }

    @Override
    public String modelsPath(String basePath) {
        return "foundation-models";
    }

    @Override
    public Map<String, String> headers(ApiKey.Present key) {
        return bearer(key.secret());
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    private static Map<String, String> bearer(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    /** An API key of the environment stands for a signature. */
    @Override
    public Map<String, String> signature(String method, URI url, byte[] body) {
        return account.bearer()
                .map(BedrockDialect::bearer)
                .or(() -> account.keys()
                        .map(keys -> new AwsSignature(keys, account.region(baseUrl), Clock.systemUTC())
                                .headers(method, url, body)))
                .orElseGet(this::unsigned);
    }

    /** A gateway of one's own may ask for no signature; AWS always does. */
    private Map<String, String> unsigned() {
        String host = String.valueOf(baseUrl.getHost());
        if (host.contains(".amazonaws.") || host.endsWith(".api.aws")) {
            throw new InputException("There is no key for " + host + ": set AWS_BEARER_TOKEN_BEDROCK, or"
                    + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or put keys into profile '" + account.profile()
                    + "' of ~/.aws/credentials. A profile that signs in elsewhere or takes a role is not read:"
                    + " 'aws configure export-credentials' gives its keys");
        }
        return Map.of();
    }

    @Override
    public Stream<String> secrets() {
        return account.secrets();
    }

    /** Anybody's models are offered there. */
    @Override
    public String vendor() {
        return "bedrock";
    }

    @Override
    public WireRequest write(ChatRequest request, ModelProfile profile) {
        return new BedrockRequest(request).write();
    }

    @Override
    public Optional<ModelLists> modelLists() {
        return Optional.of(new BedrockModels());
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return Optional.of(new BedrockTokens());
    }

    @Override
    public AnswerReader reader(ChatRequest request) {
        return new BedrockReader();
    }
}
