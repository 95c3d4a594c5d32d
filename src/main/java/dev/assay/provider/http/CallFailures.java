package dev.assay.provider.http;

import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmException.Detail;
import dev.assay.llm.LlmException.RetryAdvice;
import dev.assay.llm.ModelId;
import dev.assay.llm.RawExchange;
import dev.assay.provider.failure.ErrorMapper;
import dev.assay.provider.failure.ProviderError;
import dev.assay.provider.failure.RetryAfter;
import dev.assay.provider.failure.Secrets;
import dev.assay.provider.failure.TimeWords;
import dev.assay.settings.ProviderSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The exceptions of one call, each with what had arrived before. */
final class CallFailures {
    private final ModelId model;
    private final ProviderSettings settings;
    private final Secrets secrets;
    private final String url;

    CallFailures(ModelId model, Call call, ProviderSettings settings, Secrets secrets) {
        this.model = model;
        this.settings = settings;
        this.secrets = secrets;
        this.url = Endpoint.shown(call.request().url());
    }

    /** What had arrived when a call failed. */
    record SoFar(@Nullable Integer status, String text, RawExchange raw) {
        static final SoFar NOTHING = new SoFar(null, "", RawExchange.NONE);
    }

    /** The answer has an error status. */
    LlmException status(Response response, String body, SoFar soFar) {
        return new ErrorMapper(settings, secrets)
                .map(new ErrorMapper.Failure(
                        model,
                        response.code(),
                        false,
                        url,
                        ProviderError.parse(body).withType(response.header("x-amzn-errortype")),
                        RetryAfter.advice(response::header, body, Clock.systemUTC()),
                        soFar.text(),
                        soFar.raw()));
    }

    /** An answer that had begun well carries an error. */
    LlmException inAnswer(ProviderError error, int status, SoFar soFar) {
        return new ErrorMapper(settings, secrets)
                .map(new ErrorMapper.Failure(
                        model, status, true, url, error, RetryAdvice.NONE, soFar.text(), soFar.raw()));
    }

    /** The answer is not what the protocol says. */
    LlmException malformed(String what, SoFar soFar) {
        return new LlmException.MalformedResponse(
                model + ": " + url + " did not answer in the "
                        + settings.dialect().yamlName() + " protocol: " + secrets.hide(what)
                        + ". Check baseUrl and dialect of provider " + settings.name(),
                detail(soFar),
                null);
    }

    /** The stream ended too soon. */
    LlmException cut(SoFar soFar, @Nullable IOException cause) {
        return new LlmException.Unreachable(
                model + ": the connection to " + url + " was lost before the answer was complete ("
                        + soFar.text().length() + " characters had arrived). Try again",
                detail(soFar),
                cause);
    }

    /** The thread was interrupted. */
    CancelledException cancelled(SoFar soFar) {
        return new CancelledException(model + ": the call was cancelled", soFar.text());
    }

    /** Reading or writing failed, other than by interruption. */
    LlmException broken(IOException e, CallWatch watch, SoFar soFar) {
        String overdue = watch.overdue();
        if (overdue != null) {
            return timedOut(overdue, soFar);
        }
        if (e instanceof WatchedBody.TooLarge) {
            return malformed("" + e.getMessage(), soFar);
        }
        if (soFar.status() != null) {
            return cut(soFar, e);
        }
        if (e instanceof SocketTimeoutException) {
            return timedOut(
                    "no connection within " + TimeWords.of(settings.timeouts().connect()) + " (timeouts.connect)",
                    soFar);
        }
        return new LlmException.Unreachable(
                model + ": cannot reach " + url + ": " + secrets.hide(reason(e)), detail(soFar), e);
    }

    private LlmException timedOut(String what, SoFar soFar) {
        return new LlmException.TimedOut(
                model + ": " + url + ": " + what + ". Try again, or raise the limit of provider " + settings.name()
                        + " in providers.yaml",
                detail(soFar));
    }

    /** Why an address cannot be reached, with the mend. */
    static String reason(IOException e) {
        return switch (e) {
            case ConnectException refused -> "connection refused. Is the server running?";
            case UnknownHostException unknown -> "the host is not known. Check baseUrl and the network";
            case NoRouteToHostException route -> "there is no route to the host. Check the network";
            case SSLException tls ->
                "no secure connection (" + ProviderError.cut("" + tls.getMessage())
                        + "). Check that baseUrl says https only where the server speaks it";
            default ->
                e.getCause() instanceof EOFException
                        ? "the server closed the connection without an answer. See its log"
                        : ProviderError.cut("" + e.getMessage()) + ". Check baseUrl and the server";
        };
    }

    private Detail detail(SoFar soFar) {
        return new Detail(model, soFar.status(), null, soFar.text(), soFar.raw());
    }
}
