package dev.assay.judge.reply;

/** What one way of reading a reply found. */
sealed interface Found {

    /** Nothing of the kind. */
    Found NOTHING = new Nothing();

    /** Something that is no figure, or figures that contradict each other: not to be guessed at. */
    Found AMBIGUOUS = new Ambiguous();

    record Nothing() implements Found {}

    record Ambiguous() implements Found {}

    /** One figure. */
    record Figure(double value) implements Found {}

    /** This and another finding of equal rank. */
    default Found and(Found other) {
        if (this instanceof Nothing || equals(other)) {
            return other;
        }
        return other instanceof Nothing ? this : AMBIGUOUS;
    }
}
