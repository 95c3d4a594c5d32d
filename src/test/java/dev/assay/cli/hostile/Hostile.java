package dev.assay.cli.hostile;

import java.util.Random;
import org.junit.jupiter.api.Named;

/** Makes a good world a hostile one. */
@FunctionalInterface
interface Hostile {
    void spoil(HostileWorld world) throws Exception;

    /** With what the report of tests calls it. */
    static Named<Hostile> named(String name, Hostile hostile) {
        return Named.of(name, hostile);
    }

    /** Bytes that mean nothing; the same ones each time. */
    static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
