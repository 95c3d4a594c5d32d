package dev.assay.exchange.source;

/** Watches how far a source has been read. Called on the thread that reads. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress NONE = part -> {};

    /**
     * So much of it has been read.
     *
     * @param part from 0 to 1
     * @throws dev.assay.llm.CancelledException to read no further
     */
    void at(double part);
}
