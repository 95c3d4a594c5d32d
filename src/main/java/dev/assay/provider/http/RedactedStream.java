package dev.assay.provider.http;

import dev.assay.llm.ChatListener;
import dev.assay.provider.failure.Secrets;
import java.util.function.Consumer;

/**
 * Passes a stream on without the keys in it, also where they are split over chunks: what may be the beginning of a key is
 * held back until it is known. Used by one thread.
 */
final class RedactedStream implements ChatListener {
    private final Part text;
    private final Part reasoning;

    RedactedStream(ChatListener listener, Secrets secrets) {
        text = new Part(secrets, listener::onText);
        reasoning = new Part(secrets, listener::onReasoning);
    }

    @Override
    public void onText(String delta) {
        text.add(delta);
    }

    @Override
    public void onReasoning(String delta) {
        reasoning.add(delta);
    }

    /** The stream is complete: what was held back is passed on. */
    void end() {
        reasoning.end();
        text.end();
    }

    private static final class Part {
        private final Secrets secrets;
        private final Consumer<String> listener;
        private String held = "";

        Part(Secrets secrets, Consumer<String> listener) {
            this.secrets = secrets;
            this.listener = listener;
        }

        void add(String delta) {
            String known = held + delta;
            int end = secrets.certain(known);
            held = known.substring(end);
            pass(known.substring(0, end));
        }

        void end() {
            pass(held);
            held = "";
        }

        private void pass(String piece) {
            if (!piece.isEmpty()) {
                listener.accept(secrets.hide(piece));
            }
        }
    }
}
