package dev.assay.llm;

/** Whether a model is to call tools. */
public sealed interface ToolChoice {

    /** The model decides. */
    record Auto() implements ToolChoice {}

    /** It must call none. */
    record None() implements ToolChoice {}

    /** It must call one, whichever it likes. */
    record Required() implements ToolChoice {}

    /**
     * It must call this one.
     *
     * @param name the name of one of the request's tools
     */
    record Named(String name) implements ToolChoice {}

    /** The model decides, as everywhere where nothing is said. */
    ToolChoice AUTO = new Auto();
}
