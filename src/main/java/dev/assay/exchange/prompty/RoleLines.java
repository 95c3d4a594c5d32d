package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.Roles;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the body of a Prompty file at its role lines, such as {@code user:}. Text above the first one is the system's. */
final class RoleLines {
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t]*#?[ \\t]*(system|user|assistant|developer|tool|function)[ \\t]*(\\[[^\\]\\n]*\\])?[ \\t]*:[ \\t]*\\r?$");

    private RoleLines() {}

    /**
     * A message's template.
     *
     * @param line the line it begins at, from 1 in the body
     * @param attributes what stands in brackets after the role; may be empty
     */
    record Section(Role role, String text, int line, String attributes) {}

    static List<Section> of(String body) {
        List<Section> sections = new ArrayList<>();
        Matcher matcher = LINE.matcher(body);
        Role role = Role.SYSTEM;
        String attributes = "";
        int start = 0;
        while (matcher.find()) {
            add(sections, role, body, start, matcher.start(), attributes);
            role = Roles.find(matcher.group(1)).orElse(Role.USER);
            attributes = matcher.group(2) == null ? "" : matcher.group(2);
            start = matcher.end();
        }
        add(sections, role, body, start, body.length(), attributes);
        return sections;
    }

    private static void add(List<Section> sections, Role role, String body, int from, int to, String attributes) {
        String text = body.substring(from, to);
        if (!text.isBlank()) {
            int blank = text.length() - text.stripLeading().length();
            int line = (int) body.substring(0, from + blank)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            sections.add(new Section(role, text.strip(), line, attributes));
        }
    }

    /** Text that the reader would take for a role line, made harmless by a blank letter that nobody sees. */
    static boolean hasRoleLine(String text) {
        return LINE.matcher(text).find();
    }
}
