package dev.assay.provider.resilience;

import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;

/** Knows whether anything was passed on. Used on the thread of the call alone. */
final class Heard implements ChatListener {
    private final ChatListener listener;
    private boolean anything;

    Heard(ChatListener listener) {
        this.listener = listener;
    }

    boolean nothing() {
        return !anything;
    }

    @Override
    public void onText(String delta) {
        anything = true;
        listener.onText(delta);
    }

    @Override
    public void onReasoning(String delta) {
        anything = true;
        listener.onReasoning(delta);
    }

    @Override
    public void onWait(CallWait wait) {
        listener.onWait(wait);
    }

    @Override
    public void onWaitOver() {
        listener.onWaitOver();
    }
}
