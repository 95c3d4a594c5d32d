package dev.assay.provider.profile;

import dev.assay.llm.ModelId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The profiles that come with Assay, and over them those of the user. */
public final class ModelProfiles {
    /** The name of the user's file in a workspace. */
    public static final String FILE = "models.yaml";

    /** What routers call makers of models whom we call otherwise. */
    private static final Map<String, String> MAKERS =
            Map.of("google", "gemini", "x-ai", "xai", "mistralai", "mistral", "deepseek-ai", "deepseek");

    /** A file that says nothing, with what it could say. */
    public static final String EXAMPLE = """
            # What models take, where it has changed or Assay does not know it; it wins over what Assay knows.
            # What a model refuses is left out of requests, and each answer tells so.
            #
            # openai:                      # a provider of providers.yaml, or a maker: anthropic, gemini, mistral ...
            #   "*": {topK: false}         # all of its models
            #   gpt-5.1: {sampling: unless-reasoning, efforts: [none, low, high], maxOutput: 128000}
            #
            # A model is named by the beginning of its name; a longer beginning wins over a shorter one.
            # sampling: always, never, unless-reasoning or when-effort-none
            # efforts: the reasoning efforts it knows, [] for none      thinking: effort, budget or adaptive
            # maxOutput: tokens      capField: the field that caps the output
            # topK, seed, stop, penalties, system, images, tools, forcedTools, jsonObject, jsonSchema, schemaByTool,
            # streaming, logprobs: true or false
            """;

    private static final List<ProfileRow> OWN = ProfileFile.bundled();

    private final List<ProfileRow> users;

    private ModelProfiles(List<ProfileRow> users) {
        this.users = List.copyOf(users);
    }

    /** Those that come with Assay alone. */
    public static ModelProfiles bundled() {
        return new ModelProfiles(List.of());
    }

    /**
     * Those of a file over those that come with Assay.
     *
     * @throws dev.assay.llm.InputException naming the place of the first mistake
     * @throws dev.assay.llm.StorageException where the file cannot be read
     */
    public static ModelProfiles with(Path file) {
        return new ModelProfiles(ProfileFile.read(file));
    }

    /** Throws {@link dev.assay.llm.InputException} at the first mistake of the text of such a file. */
    public static void check(String text) {
        ProfileFile.parse(FILE, text);
    }

    /**
     * What is known of a model. A longer prefix says more than a shorter one, the user more than Assay, and the name of
     * the configured provider more than that of its maker.
     *
     * @param vendor whose models these are, as the files of profiles name it: openai, anthropic, gemini, mistral and so
     *     on; another word where anybody's models may be offered, as by a router or a local server
     */
    public ModelProfile of(ModelId model, String vendor) {
        boolean bedrock = vendor.equals(BedrockName.VENDOR);
        String name = bedrock ? BedrockName.plain(model.model()) : model.model().toLowerCase(Locale.ROOT);
        var layers = new ArrayList<ProfileRow>();
        if (bedrock) {
            layers.addAll(named(OWN, BedrockName.maker(name), BedrockName.ofMaker(name)));
            layers.addAll(named(users, BedrockName.maker(name), BedrockName.ofMaker(name)));
        }
        layers.addAll(matching(OWN, maker(name, vendor), name));
        layers.addAll(matching(users, maker(name, vendor), name));
        if (!model.provider().equals(vendor)) {
            layers.addAll(named(users, model.provider(), name));
        }
        return layers.stream().map(ProfileRow::profile).reduce(ModelProfile.UNKNOWN, ModelProfile::overriddenBy);
    }

    /** The user's profiles, to tell whether they have changed. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ModelProfiles profiles && profiles.users.equals(users);
    }

    @Override
    public int hashCode() {
        return users.hashCode();
    }

    private static String maker(String name, String vendor) {
        int slash = name.indexOf('/');
        if (isKnown(vendor) || slash < 0) {
            return vendor;
        }
        String maker = name.substring(0, slash);
        return MAKERS.getOrDefault(maker, maker);
    }

    private static boolean isKnown(String vendor) {
        return OWN.stream().anyMatch(row -> row.provider().equals(vendor));
    }

    private static List<ProfileRow> matching(List<ProfileRow> rows, String vendor, String name) {
        if (isKnown(vendor)) {
            return named(rows, vendor, name);
        }
        // Anybody's model: only what its name tells counts, not what holds for all models of a provider.
        List<ProfileRow> byName = rows.stream()
                .filter(row -> row.provider().equals(vendor) || !row.prefix().isEmpty())
                .toList();
        return sorted(byName, name);
    }

    private static List<ProfileRow> named(List<ProfileRow> rows, String provider, String name) {
        return sorted(
                rows.stream().filter(row -> row.provider().equals(provider)).toList(), name);
    }

    private static List<ProfileRow> sorted(List<ProfileRow> rows, String name) {
        return rows.stream()
                .filter(row -> row.matches(name))
                .sorted(Comparator.comparingInt(row -> row.prefix().length()))
                .toList();
    }
}
