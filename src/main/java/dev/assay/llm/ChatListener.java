package dev.assay.llm;

/** Hears an answer while it arrives. Called on the thread that makes the call; must return quickly. */
public interface ChatListener {

    /** Hears nothing. */
    ChatListener NONE = delta -> {};

    /** More visible text has arrived. Not called for answers that are not streamed. */
    void onText(String delta);

    /** More of the reasoning that the provider shows has arrived; ignored unless overridden. */
    default void onReasoning(String delta) {}

    /** The call waits before it is made, or made again; replaces what was told of a wait before. */
    default void onWait(CallWait wait) {}

    /** The call waits no more. Called only after {@link #onWait}. */
    default void onWaitOver() {}
}
