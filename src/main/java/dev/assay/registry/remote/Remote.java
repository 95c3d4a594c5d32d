package dev.assay.registry.remote;

/**
 * Another repository that branches are exchanged with.
 *
 * @param name such as {@code origin}
 * @param url where it is, without a password
 */
public record Remote(String name, String url) {}
