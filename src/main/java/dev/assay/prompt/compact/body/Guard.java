package dev.assay.prompt.compact.body;

import java.util.BitSet;

/** Finds one kind of thing that must stay as it is written. */
interface Guard {

    /**
     * Marks what must stay.
     *
     * @param kept offsets that already must stay; gets those found
     */
    void protect(Stretch stretch, BitSet kept);
}
