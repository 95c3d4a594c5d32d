package dev.assay.provider.profile;

/**
 * What a file says of the models of a provider whose names begin alike.
 *
 * @param provider whose models
 * @param prefix the beginning of their names in lower case; empty for all
 */
record ProfileRow(String provider, String prefix, ModelProfile profile) {

    /** Whether this is about a model, whose name may come after that of its maker and a slash. */
    boolean matches(String name) {
        return name.startsWith(prefix)
                || name.substring(name.lastIndexOf('/') + 1).startsWith(prefix);
    }
}
