package dev.assay.exchange.template;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression looks up.
 *
 * @param kind where the way begins
 * @param local the name of the loop's element, for all kinds but {@link Kind#INPUT}
 * @param names the names to follow
 */
public record Ref(Kind kind, String local, List<String> names) {

    /** Where a way to a value begins. */
    public enum Kind {
        /** At the inputs. */
        INPUT,
        /** At the element of a loop, or at the value of a {@code with}. */
        ELEMENT,
        /** The position in a loop, from 0. */
        INDEX,
        /** The key of a loop over a map. */
        KEY,
        /** Whether this is the first turn of a loop. */
        FIRST,
        /** Whether this is the last turn of a loop. */
        LAST
    }

    public Ref {
        names = List.copyOf(names);
    }

    /** A way that begins at the inputs. */
    public static Ref input(List<String> names) {
        return new Ref(Kind.INPUT, "", names);
    }

    /** A way that begins at a loop's element. */
    public static Ref element(String local, List<String> names) {
        return new Ref(Kind.ELEMENT, local, names);
    }

    /** This way and further names. */
    public Ref then(List<String> further) {
        var longer = new ArrayList<>(names);
        longer.addAll(further);
        return new Ref(kind, local, longer);
    }

    /** Whether this is an input itself, nothing in it. */
    public boolean isInput() {
        return kind == Kind.INPUT && names.size() == 1;
    }
}
