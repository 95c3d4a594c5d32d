package dev.assay.prompt.render;

/** Where rendering writes to. */
interface Output {

    void text(String text);

    void mark(Fragment mark);
}
