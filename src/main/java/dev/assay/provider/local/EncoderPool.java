package dev.assay.provider.local;

import ai.onnxruntime.OrtException;
import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmException;
import dev.assay.provider.local.SentenceEncoder.Encoded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Encodes texts on as many threads as there are processors, however many ask: each text on one thread, and none on the
 * threads of who asks, which the model would hold up. The threads end when there is nothing to do. Thread-safe.
 */
final class EncoderPool {
    private static final int IDLE_SECONDS = 10;

    private final ExecutorService threads = threads(Runtime.getRuntime().availableProcessors());
    private @Nullable SentenceEncoder encoder;

    private static ExecutorService threads(int count) {
        var pool = new ThreadPoolExecutor(
                count,
                count,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("embedding-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Encodes the texts; the results are in their order.
     *
     * @throws LlmException where the model does not run on this system
     * @throws CancelledException where the thread was interrupted
     */
    List<Encoded> encode(List<String> texts) {
        List<Future<Encoded>> under = new ArrayList<>();
        try {
            texts.forEach(text -> under.add(threads.submit(() -> encoder().encode(text))));
            var encoded = new ArrayList<Encoded>();
            for (Future<Encoded> one : under) {
                encoded.add(one.get());
            }
            return encoded;
        } catch (InterruptedException e) {
            throw new CancelledException(LocalProvider.MODEL + ": the call was cancelled");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            under.forEach(one -> one.cancel(true));
        }
    }

    private synchronized SentenceEncoder encoder() throws IOException, OrtException {
        SentenceEncoder known = encoder;
        if (known == null) {
            known = SentenceEncoder.load();
            encoder = known;
        }
        return known;
    }

    /** The runtime is a library of the system's own code, which is not there for every system. */
    private static RuntimeException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case LinkageError missing -> unsupported(missing);
            case IOException unreadable -> unsupported(unreadable);
            case OrtException failed -> unsupported(failed);
            case RuntimeException known -> known;
            case null -> new IllegalStateException(LocalProvider.MODEL + " is not there, and nothing failed");
            default -> new IllegalStateException(cause);
        };
    }

    private static LlmException unsupported(Throwable cause) {
        return new LlmException.Unsupported(
                LocalProvider.MODEL + " does not run on this system (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch") + "): " + cause.getMessage()
                        + ". Choose the embedding model of another provider",
                LlmException.Detail.of(LocalProvider.MODEL));
    }
}
