package dev.assay.prompt.render;

import dev.assay.prompt.template.Template;

/** How much one rendering may do; a prompt from elsewhere must not be able to hang the program. */
final class Budget {
    static final int MOST_STEPS = 1_000_000;
    static final int MOST_CHARACTERS = 4_000_000;

    private int steps = MOST_STEPS;
    private int characters = MOST_CHARACTERS;

    void step(Template template, int offset) {
        if (--steps < 0) {
            throw template.source()
                    .error(offset, "rendering takes more than " + MOST_STEPS + " steps: shorten the lists it walks");
        }
    }

    void spend(int length, Template template, int offset) {
        characters -= length;
        if (characters < 0) {
            throw template.source()
                    .error(offset, "the prompt grows past " + MOST_CHARACTERS + " characters: shorten its values");
        }
    }
}
