package dev.assay.prompt;

import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.Role;
import dev.assay.prompt.render.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Cuts rendered fragments into messages: a role mark begins one, blank stretches between marks are dropped. */
final class MessageAssembler {
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Fragment> stretch = new ArrayList<>();
    private Draft current = new Draft(Role.USER, new ArrayList<>(), false);
    private boolean placed;

    private MessageAssembler() {
        drafts.add(current);
    }

    /**
     * A message being made.
     *
     * @param content text, media and section marks
     * @param history was put where {@code {{history}}} stands
     */
    record Draft(Role role, List<Fragment> content, boolean history) {}

    /** The messages as they are sent; section marks structure a prompt and are not sent. */
    static List<Message> messages(List<Fragment> fragments, List<Message> history) {
        var messages = new ArrayList<Message>();
        for (Draft draft : drafts(fragments, history)) {
            var parts = new ArrayList<ContentPart>();
            for (Fragment fragment : draft.content()) {
                if (isSent(fragment)) {
                    parts.add(part(fragment));
                }
            }
            if (!parts.isEmpty()) {
                messages.add(Message.of(draft.role(), parts));
            }
        }
        return messages;
    }

    /** The messages with everything that was marked in them. */
    static List<Draft> drafts(List<Fragment> fragments, List<Message> history) {
        var assembler = new MessageAssembler();
        for (Fragment fragment : fragments) {
            switch (fragment) {
                case Fragment.RoleMark mark -> assembler.begin(mark.role());
                case Fragment.HistoryMark mark -> assembler.place(given(history, true));
                case Fragment.Text text -> assembler.stretch.add(text);
                case Fragment.MediaMark medium -> assembler.stretch.add(medium);
                case Fragment.SectionMark section -> assembler.stretch.add(section);
            }
        }
        assembler.finishStretch();
        List<Draft> finished = assembler.drafts;
        finished.removeIf(draft -> draft.content().isEmpty());
        if (!assembler.placed) {
            boolean lastAsks = !finished.isEmpty() && finished.getLast().role() == Role.USER;
            finished.addAll(lastAsks ? finished.size() - 1 : finished.size(), given(history, false));
        }
        return finished;
    }

    private void begin(Role role) {
        finishStretch();
        if (current.content().isEmpty()) {
            drafts.removeLast();
        }
        current = new Draft(role, new ArrayList<>(), false);
        drafts.add(current);
    }

    private void place(List<Draft> history) {
        finishStretch();
        drafts.addAll(history);
        placed |= !history.isEmpty();
        current = new Draft(Role.ASSISTANT, new ArrayList<>(), false);
        drafts.add(current);
    }

    /** What stands between two marks counts only if something in it is not blank. */
    private void finishStretch() {
        for (Fragment fragment : stretch) {
            if (!isBlank(fragment)) {
                current.content().add(fragment);
            }
        }
        stretch.clear();
    }

    private static boolean isBlank(Fragment fragment) {
        return fragment instanceof Fragment.Text text && text.text().isBlank();
    }

    private static boolean isSent(Fragment fragment) {
        return fragment instanceof Fragment.Text || fragment instanceof Fragment.MediaMark;
    }

    private static ContentPart part(Fragment fragment) {
        return fragment instanceof Fragment.MediaMark medium
                ? new ContentPart.Media(medium.url(), medium.contentType())
                : new ContentPart.Text(((Fragment.Text) fragment).text());
    }

    private static List<Draft> given(List<Message> history, boolean marked) {
        return history.stream()
                .map(message -> new Draft(
                        message.role(),
                        message.parts().stream().map(MessageAssembler::fragment).toList(),
                        marked))
                .toList();
    }

    private static Fragment fragment(ContentPart part) {
        return switch (part) {
            case ContentPart.Text text -> new Fragment.Text(text.text());
            case ContentPart.Media medium -> new Fragment.MediaMark(medium.url(), medium.contentType());
            case ContentPart.ToolCall call -> new Fragment.Text(call.name() + " " + call.arguments());
            case ContentPart.ToolResult result -> new Fragment.Text(result.content());
            case ContentPart.Reasoning reasoning -> new Fragment.Text(reasoning.text());
        };
    }
}
