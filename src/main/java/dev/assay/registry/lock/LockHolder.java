package dev.assay.registry.lock;

/**
 * A program that may hold a lock.
 *
 * @param process its number
 * @param program what it is, such as {@code git commit}; never its whole command line, which may hold a password
 */
public record LockHolder(long process, String program) {}
