package dev.assay.judge.reply;

/** What a judge's reply chooses. */
public sealed interface ChoiceReply {

    /**
     * A choice.
     *
     * @param choice one of the choices there were, as they were written
     * @param reasoning the judge's reason; may be empty
     */
    record Chosen(String choice, String reasoning) implements ChoiceReply {}

    /**
     * Nothing can be read without guessing.
     *
     * @param why what stands in the way
     */
    record Unreadable(String why) implements ChoiceReply {}
}
