package dev.assay.provider.resilience;

import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Notes what a call tells of its waits: each of them, and {@code over}. */
final class ToldWaits implements ChatListener {
    final BlockingQueue<Object> events = new LinkedBlockingQueue<>();

    @Override
    public void onText(String delta) {}

    @Override
    public void onWait(CallWait wait) {
        events.add(wait);
    }

    @Override
    public void onWaitOver() {
        events.add("over");
    }
}
