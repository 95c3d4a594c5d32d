package dev.assay.prompt.render;

/** Puts blanks before every line: what a partial that stands alone on an indented line writes to. */
final class IndentedOutput implements Output {
    private final Output output;
    private final String indent;
    private final Runnable spend;
    private boolean atLineStart = true;

    /** An output whose {@code spend} is called before each indented line, and may refuse it. */
    IndentedOutput(Output output, String indent, Runnable spend) {
        this.output = output;
        this.indent = indent;
        this.spend = spend;
    }

    @Override
    public void text(String text) {
        var indented = new StringBuilder(text.length() + indent.length());
        for (int i = 0; i < text.length(); i++) {
            if (atLineStart) {
                spend.run();
                indented.append(indent);
            }
            indented.append(text.charAt(i));
            atLineStart = text.charAt(i) == '\n';
        }
        output.text(indented.toString());
    }

    @Override
    public void mark(Fragment mark) {
        output.mark(mark);
    }
}
