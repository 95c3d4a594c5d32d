package dev.assay.exchange.prompty;

import dev.assay.exchange.chat.Roles;
import dev.assay.exchange.report.Report;
import dev.assay.llm.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the body of a Prompty file at its role lines, such as {@code user:}. Text above the first one is the system's. */
final class RoleLines {
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t]*#?[ \\t]*(system|user|assistant|developer|tool|function)[ \\t]*(\\[[^\\]\\n]*\\])?[ \\t]*:[ \\t]*\\r?$");

    /** Earlier messages, each with the role it brings along. */
    private static final Pattern LOOP = Pattern.compile(
            "\\{%-?\\s*for\\s+(\\w+)\\s+in\\s+(\\w+)\\s*-?%\\}\\s*#?\\s*\\{\\{-?\\s*\\1\\.role\\s*-?\\}\\}\\s*:"
                    + "\\s*\\{\\{-?\\s*\\1\\.content\\s*-?\\}\\}\\s*\\{%-?\\s*endfor\\s*-?%\\}");

    private static final Pattern COMPUTED =
            Pattern.compile("(?m)^[ \\t]*#?[ \\t]*\\{\\{[^{}\\n]*\\}\\}[ \\t]*:[ \\t]*\\r?$");

    private RoleLines() {}

    /**
     * The body with each loop over earlier messages replaced by their input, which is added to the threads.
     *
     * @param firstLine the line of the file that the body begins at
     */
    static String withoutLoops(String body, int firstLine, Set<String> threads, Report.Builder report) {
        String replaced = LOOP.matcher(body).replaceAll(loop -> {
            threads.add(loop.group(2));
            int inside = (int) loop.group().chars().filter(c -> c == '\n').count();
            report.needsHand(
                    "line " + (firstLine + lines(body, loop.start())),
                    "the loop over " + loop.group(2),
                    "became {{history}}: give them as earlier messages of the conversation");
            // As many lines as before, so that places stay right.
            return "{{ " + loop.group(2) + " }}" + "\n".repeat(inside);
        });
        for (Matcher role = COMPUTED.matcher(replaced); role.find(); ) {
            report.needsHand(
                    "line " + (firstLine + lines(replaced, role.start())),
                    role.group().strip(),
                    "kept as text: a role that is computed begins no message here");
        }
        return replaced;
    }

    private static int lines(String text, int end) {
        return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

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
