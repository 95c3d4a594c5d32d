package dev.assay.provider.connection;

import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Notes which host a call goes to and why, and how many bytes it takes. */
final class CallCounter extends EventListener {
    private final OutboundLog log;
    private final String host;
    private final Purpose purpose;

    CallCounter(OutboundLog log, Request request) {
        this.log = log;
        this.host = host(request.url());
        Purpose tagged = request.tag(Purpose.class);
        this.purpose = tagged == null ? Purpose.CHAT : tagged;
    }

    private static String host(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return usual ? url.host() : url.host() + ":" + url.port();
    }

    @Override
    public void callStart(Call call) {
        log.contacted(host, purpose);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        if (proxy.type() != Proxy.Type.DIRECT && proxy.address() instanceof InetSocketAddress named) {
            log.contacted(named.getHostString() + ":" + named.getPort(), Purpose.PROXY);
        }
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        log.exchanged(host, purpose, byteCount, 0);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        log.exchanged(host, purpose, 0, byteCount);
    }
}
