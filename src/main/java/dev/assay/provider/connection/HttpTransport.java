package dev.assay.provider.connection;

import dev.assay.llm.outbound.OutboundLog;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client of the program. Calls run on the caller's virtual thread, whose interruption closes the socket;
 * nothing is repeated or redirected behind the caller's back, as that would bill twice or carry a key elsewhere.
 */
public final class HttpTransport implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 32;
    private final ScheduledThreadPoolExecutor timer = timer();
    private final ChannelSockets sockets = new ChannelSockets();
    private final IdleConnections idle = new IdleConnections(sockets);
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
            .socketFactory(sockets)
            .writeTimeout(60, TimeUnit.SECONDS)
            // CallWatch owns the waiting times of an answer.
            .readTimeout(0, TimeUnit.SECONDS)
            .callTimeout(0, TimeUnit.SECONDS)
            .pingInterval(30, TimeUnit.SECONDS)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            // Racing connections are opened on threads that an interruption of the caller does not reach.
            .fastFallback(false)
            .eventListenerFactory(call -> new CallCounter(OutboundLog.ofProcess(), call.request()))
            .addInterceptor(idle::takeAnother)
            .addNetworkInterceptor(idle::refuseClosed)
            .build();

    /** The client for a provider; connections are shared by all. */
    public OkHttpClient clientFor(ProviderSettings settings) {
        var builder = client.newBuilder().connectTimeout(settings.timeouts().connect());
        URI proxy = settings.proxy();
        if (proxy != null) {
            new ProxyRoute(proxy).take(builder);
        }
        return builder.build();
    }

    /** The clock that watches over all calls. */
    public ScheduledExecutorService watchTimer() {
        return timer;
    }

    private static ScheduledThreadPoolExecutor timer() {
        var timer = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("call-watch").factory(),
                // A call that outlives the transport goes on without a clock.
                new ThreadPoolExecutor.DiscardPolicy());
        // An alarm holds its call, and so the request: it goes as soon as the call has ended, not when it would ring.
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** Closes idle connections and stops the clock. Calls must have ended. */
    @Override
    public void close() {
        timer.shutdownNow();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
