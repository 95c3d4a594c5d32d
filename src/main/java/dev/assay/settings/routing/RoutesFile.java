package dev.assay.settings.routing;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.settings.YamlField;
import dev.assay.settings.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code routes.yaml}: cascades and choices by name under {@code routes}. */
public final class RoutesFile {
    /** The file, in the workspace folder. */
    public static final String FILE = "routes.yaml";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private RoutesFile() {}

    /**
     * The routes in the order of the file; none where it is not there.
     *
     * @throws InputException naming file, line and column of a mistake
     */
    public static List<Route> read(Path file) {
        return YamlFile.read(file)
                .map(root -> root.fields(Set.of("routes")).get("routes"))
                .filter(routes -> !routes.isEmpty())
                .map(RoutesFile::routes)
                .orElse(List.of());
    }

    private static List<Route> routes(YamlField all) {
        Map<String, YamlField> fields = all.fields();
        List<Route> routes = new ArrayList<>();
        Set<String> cascades = fields.entrySet().stream()
                .filter(entry -> entry.getValue().fields().containsKey("cascade"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        fields.forEach((name, field) -> routes.add(route(name, field, cascades)));
        return routes;
    }

    private static Route route(String name, YamlField field, Set<String> cascades) {
        if (!NAME.matcher(name).matches()) {
            throw field.error(
                    "a route is called '" + name + "' but must be called by letters, digits, dots and dashes");
        }
        Map<String, YamlField> fields = field.fields(Set.of("cascade", "choose"));
        YamlField cascade = fields.get("cascade");
        YamlField choose = fields.get("choose");
        if ((cascade == null) == (choose == null)) {
            throw field.error("the route " + name + " must have cascade or choose, a list of models either way");
        }
        return cascade == null ? choice(name, choose == null ? field : choose, cascades) : cascade(name, cascade);
    }

    private static Route cascade(String name, YamlField list) {
        List<YamlField> items = list.items();
        if (items.size() < 2) {
            throw list.error("a cascade needs two models or more, the cheaper first");
        }
        List<Route.Step> steps = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, YamlField> fields = items.get(i).fields(Set.of("model", "escalate"));
            ModelId model = model(fields.get("model"), items.get(i));
            if (model.isRoute()) {
                throw items.get(i).error("a step of a cascade must be a model, not a route");
            }
            YamlField escalate = fields.get("escalate");
            boolean last = i == items.size() - 1;
            if (last != (escalate == null)) {
                throw items.get(i)
                        .error(
                                last
                                        ? "the last step has nothing to escalate to: leave escalate out"
                                        : "escalate is missing: say when the answer will not do, such as [empty, refusal]");
            }
            steps.add(new Route.Step(
                    model,
                    escalate == null
                            ? List.of()
                            : escalate.items().stream().map(RoutesFile::trigger).toList()));
        }
        return new Route.Cascade(name, steps);
    }

    private static Trigger trigger(YamlField field) {
        if (field.isText()) {
            return Arrays.stream(Trigger.Simple.values())
                    .filter(simple -> simple.word().equals(field.text()))
                    .findFirst()
                    .orElseThrow(() -> field.error("'" + field.text() + "' is no reason to escalate: there are "
                            + Arrays.stream(Trigger.Simple.values())
                                    .map(Trigger.Simple::word)
                                    .collect(Collectors.joining(", "))
                            + ", and {matches: ...}, {shorterThan: ...}, {judge: METRIC, model: ..., below: ...}"));
        }
        Map<String, YamlField> fields = field.fields(Set.of("matches", "shorterThan", "judge", "model", "below"));
        YamlField matches = fields.get("matches");
        YamlField shorter = fields.get("shorterThan");
        YamlField judge = fields.get("judge");
        if (matches != null && fields.size() == 1) {
            return new Trigger.Matches(pattern(matches));
        }
        if (shorter != null && fields.size() == 1) {
            return new Trigger.ShorterThan(shorter.positive());
        }
        YamlField below = fields.get("below");
        if (judge != null && below != null && fields.size() == 3) {
            return new Trigger.JudgedBelow(judge.text(), model(fields.get("model"), field), share(below));
        }
        throw field.error("a reason to escalate is {matches: REGEX}, {shorterThan: CHARACTERS} or"
                + " {judge: METRIC, model: PROVIDER/MODEL, below: 0.6}");
    }

    private static Route choice(String name, YamlField list, Set<String> cascades) {
        List<Route.Option> options = new ArrayList<>();
        for (YamlField item : list.items()) {
            Map<String, YamlField> fields =
                    item.fields(Set.of("prompts", "tag", "tokensAbove", "tokensBelow", "model"));
            ModelId model = model(fields.get("model"), item);
            if (model.isRoute() && !cascades.contains(model.model())) {
                throw item.error("there is no cascade '" + model.model() + "' in this file: a choice leads to a model"
                        + " or a cascade");
            }
            options.add(new Route.Option(condition(fields), model));
        }
        if (options.isEmpty() || !options.getLast().when().equals(Condition.ALWAYS)) {
            throw list.error("the last model of " + name + " must have no condition, so that every request finds one");
        }
        for (Route.Option option : options.subList(0, options.size() - 1)) {
            if (option.when().equals(Condition.ALWAYS)) {
                throw list.error("only the last model of " + name + " may be without a condition: those below it would"
                        + " never be asked");
            }
        }
        return new Route.Choice(name, options);
    }

    private static Condition condition(Map<String, YamlField> fields) {
        return new Condition(
                text(fields.get("prompts")),
                text(fields.get("tag")),
                number(fields.get("tokensAbove")),
                number(fields.get("tokensBelow")));
    }

    private static @Nullable String text(@Nullable YamlField field) {
        return field == null ? null : field.text();
    }

    private static @Nullable Integer number(@Nullable YamlField field) {
        return field == null ? null : Integer.valueOf(field.positive());
    }

    private static ModelId model(@Nullable YamlField field, YamlField around) {
        if (field == null) {
            throw around.error("a model is missing: write model: PROVIDER/MODEL");
        }
        try {
            return ModelId.parse(field.text());
        } catch (InputException e) {
            throw field.error(e.getMessage());
        }
    }

    private static Pattern pattern(YamlField field) {
        try {
            return Pattern.compile(field.text());
        } catch (PatternSyntaxException e) {
            throw field.error("'" + field.text() + "' is no regular expression: " + e.getDescription());
        }
    }

    private static double share(YamlField field) {
        String text = field.text();
        double share = text.matches("0?\\.\\d{1,9}|1(\\.0+)?") ? Double.parseDouble(text) : 0;
        if (share == 0) {
            throw field.error("below is '" + text + "' but must be a score above 0 and at most 1, such as 0.6");
        }
        return share;
    }
}
