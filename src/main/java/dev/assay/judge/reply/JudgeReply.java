package dev.assay.judge.reply;

/** What a judge's reply says. */
public sealed interface JudgeReply {

    /**
     * A score.
     *
     * @param points the figure on the rubric's scale
     * @param reasoning the judge's reason; may be empty
     */
    record Points(double points, String reasoning) implements JudgeReply {}

    /** The judge says that it cannot judge. */
    record CannotJudge(String reasoning) implements JudgeReply {}

    /**
     * No score can be read without guessing.
     *
     * @param why what stands in the way
     */
    record Unreadable(String why) implements JudgeReply {}
}
