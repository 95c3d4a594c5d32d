package dev.assay.cli.doctor;

/**
 * One finding.
 *
 * @param name what was looked at
 * @param status how it is
 * @param detail one line for the user; never a secret
 */
record Check(String name, Status status, String detail) {

    /** How it is. */
    enum Status {
        /** As it should be. */
        OK,
        /** Something will not work until it is mended, the rest will. */
        WARN,
        /** Assay cannot work here. */
        FAIL
    }

    static Check ok(String name, String detail) {
        return new Check(name, Status.OK, detail);
    }

    static Check warn(String name, String detail) {
        return new Check(name, Status.WARN, detail);
    }

    static Check fail(String name, String detail) {
        return new Check(name, Status.FAIL, detail);
    }
}
