package dev.assay.prompt.render;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is rendered; text that follows text is joined. */
final class FragmentList implements Output {
    private final List<Fragment> fragments = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();

    @Override
    public void text(String text) {
        pending.append(text);
    }

    @Override
    public void mark(Fragment mark) {
        flush();
        fragments.add(mark);
    }

    List<Fragment> finish() {
        flush();
        return List.copyOf(fragments);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            fragments.add(new Fragment.Text(pending.toString()));
            pending.setLength(0);
        }
    }
}
