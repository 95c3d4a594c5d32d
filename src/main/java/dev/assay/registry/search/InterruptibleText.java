package dev.assay.registry.search;

import dev.assay.llm.CancelledException;

/** Text that ends a search of it when the thread is interrupted, since a regular expression may take for ever. */
record InterruptibleText(CharSequence text) implements CharSequence {

    @Override
    public char charAt(int index) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("The search was stopped");
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new InterruptibleText(text.subSequence(start, end));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
