package dev.assay.cli.session;

/** What the process tells the shell. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int GATE_FAILED = 1;
    public static final int BAD_INPUT = 2;
    public static final int PROVIDER_FAILED = 3;
    public static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
