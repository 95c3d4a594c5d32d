package dev.assay.prompt;

import java.util.List;

/** A prompt file, parsed. It is made from any text: what is wrong with it stands in {@link #diagnostics()}. */
public final class PromptTemplate {

    /**
     * Parses a prompt file.
     *
     * @param file the path to name in messages
     * @param source the whole text of the file
     */
    public static PromptTemplate parse(String file, String source) {
        throw new UnsupportedOperationException();
    }

    /** The path given to {@link #parse}. */
    public String file() {
        throw new UnsupportedOperationException();
    }

    /** The whole text of the file. */
    public String source() {
        throw new UnsupportedOperationException();
    }

    /** The settings at its head; empty where it has none or they are broken. */
    public FrontMatter frontMatter() {
        throw new UnsupportedOperationException();
    }

    /** What is wrong with the file itself, by position; missing partials are not known here. */
    public List<Diagnostic> diagnostics() {
        throw new UnsupportedOperationException();
    }

    /** The inputs: those declared in the order of the schema, then those only used, in order of first use. */
    public List<PromptVariable> variables() {
        throw new UnsupportedOperationException();
    }

    /** This template; throws {@link dev.assay.llm.InputException} with the first error's place where it has errors. */
    public PromptTemplate requireValid() {
        throw new UnsupportedOperationException();
    }
}
