package dev.assay.provider.http;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.outbound.Purpose;
import dev.assay.provider.endpoint.ModelLists;
import dev.assay.provider.endpoint.Question;
import dev.assay.provider.wire.WireDialect;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The addresses and headers of one provider. */
final class Endpoint {
    private final ProviderSettings settings;
    private final WireDialect dialect;
    private final HttpUrl base;

    Endpoint(ProviderSettings settings, WireDialect dialect) {
        HttpUrl url = HttpUrl.parse(settings.baseUrl().toString());
        if (url == null) {
            throw new InputException("Provider " + settings.name() + ": '" + settings.baseUrl()
                    + "' is not an address: give baseUrl as http://host:port/path");
        }
        this.settings = settings;
        this.dialect = dialect;
        this.base = url;
    }

    /** A call of the chat endpoint, still without a body. */
    Request.Builder chat(ChatRequest request) {
        return to(dialect.chatPath(base.encodedPath(), request), dialect.chatQuery(request), Purpose.CHAT);
    }

    /** The finished call, signed where the protocol signs and no key stands for that. */
    Request signed(Request.Builder call, String body) {
        Request request = call.build();
        if (request.header("Authorization") != null || settings.apiKey() instanceof ApiKey.Present) {
            return request;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        dialect.signature(request.method(), request.url().uri(), bytes).forEach(call::header);
        return call.build();
    }

    /** A request for the first part of the list of models. */
    Request.Builder models() {
        return models(dialect.modelLists().map(lists -> lists.query(null)).orElse(Map.of()));
    }

    /** A request for a part of the list of models. */
    Request.Builder models(ModelLists lists, @Nullable String page) {
        return models(lists.query(page));
    }

    private Request.Builder models(Map<String, String> query) {
        HttpUrl home = base.newBuilder().host(dialect.modelsHost(base.host())).build();
        return to(home, dialect.modelsPath(basePath()), query, Purpose.MODELS);
    }

    /** A call that is answered by one document, still without its body. */
    Request.Builder ask(Question question) {
        return to(question.path(), question.query(), purposeOf(question.path()));
    }

    /** A call that has to do with batches, still without its body. */
    Request.Builder batch(String path) {
        return to(path, Map.of(), Purpose.BATCH);
    }

    private static Purpose purposeOf(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.contains("embed")
                ? Purpose.EMBEDDINGS
                : name.contains("moderation") ? Purpose.MODERATION : Purpose.TOKEN_COUNT;
    }

    /** The path of the base address. */
    String basePath() {
        return base.encodedPath();
    }

    /** The address as messages show it: a query may hold a key. */
    static String shown(HttpUrl url) {
        return url.newBuilder().query(null).build().toString();
    }

    private Request.Builder to(String path, Map<String, String> query, Purpose purpose) {
        return to(base, path, query, purpose);
    }

    private Request.Builder to(HttpUrl home, String path, Map<String, String> query, Purpose purpose) {
        HttpUrl.Builder url = home.newBuilder();
        int last = home.pathSize() - 1;
        if (home.pathSegments().get(last).isEmpty()) {
            url.removePathSegment(last);
        }
        url.addEncodedPathSegments(path);
        query.forEach(url::addQueryParameter);
        var request = new Request.Builder().url(url.build()).tag(Purpose.class, purpose);
        authentication().forEach(request::header);
        settings.headers().forEach(request::header);
        return request;
    }

    private Map<String, String> authentication() {
        return settings.apiKey() instanceof ApiKey.Present key ? dialect.headers(key) : dialect.headers();
    }
}
