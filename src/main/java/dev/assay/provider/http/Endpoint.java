package dev.assay.provider.http;

import dev.assay.llm.InputException;
import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

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

    /** A request to the chat endpoint, still without a body. */
    Request.Builder chat() {
        return to(dialect.chatPath(base.encodedPath()));
    }

    /** A request for the list of models. */
    Request.Builder models() {
        return to(dialect.modelsPath(base.encodedPath()));
    }

    /** The address as messages show it: a query may hold a key. */
    static String shown(HttpUrl url) {
        return url.newBuilder().query(null).build().toString();
    }

    private Request.Builder to(String path) {
        HttpUrl.Builder url = base.newBuilder();
        int last = base.pathSize() - 1;
        if (base.pathSegments().get(last).isEmpty()) {
            url.removePathSegment(last);
        }
        var request = new Request.Builder().url(url.addPathSegments(path).build());
        authentication().forEach(request::header);
        settings.headers().forEach(request::header);
        return request;
    }

    private Map<String, String> authentication() {
        return settings.apiKey() instanceof ApiKey.Present key ? dialect.headers(key) : dialect.headers();
    }
}
