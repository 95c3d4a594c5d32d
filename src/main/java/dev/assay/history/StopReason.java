package dev.assay.history;

/** Why a run ended before its last cell. */
public enum StopReason {
    /** The user wished so. */
    USER,
    /** Only some of its cells were asked for. */
    CHOICE,
    /** The budget was spent. */
    BUDGET,
    /** The comparison was settled. */
    SETTLED,
    /** Something failed that no further cell could have survived, such as a full disk. */
    FAILURE
}
