package dev.assay.settings.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code security} of macOS, for the login keychain. */
record MacKeychainTool(ToolProcess process) implements KeychainTool {
    private static final int NOT_FOUND = 44;
    private static final Pattern ACCOUNT = Pattern.compile("\"acct\"<blob>=\"([A-Za-z0-9_]+)\"");
    private static final String OURS = "\"svce\"<blob>=\"" + SERVICE + "\"";

    @Override
    public Optional<String> find(String name) {
        ToolProcess.Output output = process.run("", "find-generic-password", "-s", SERVICE, "-a", name, "-w");
        if (output.status() == NOT_FOUND) {
            return Optional.empty();
        }
        return Optional.of(output.require("looked up " + name).text().strip());
    }

    @Override
    public List<String> names() {
        String all =
                process.run("", "dump-keychain").require("listed its items").text();
        var names = new ArrayList<String>();
        for (String item : all.split("(?m)^keychain: ", -1)) {
            Matcher account = ACCOUNT.matcher(item);
            if (item.contains(OURS) && account.find()) {
                names.add(account.group(1));
            }
        }
        return names.stream().sorted().toList();
    }

    /** The command is read from the standard input, since arguments can be seen by every user. */
    @Override
    public void put(String name, String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
        process.run("add-generic-password -U -s " + SERVICE + " -a " + name + " -X " + hex + "\n", "-i")
                .require("kept " + name);
    }

    @Override
    public void remove(String name) {
        process.run("", "delete-generic-password", "-s", SERVICE, "-a", name).require("removed " + name);
    }
}
